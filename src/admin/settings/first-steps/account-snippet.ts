/** What names an account in medusa-config; the same as in the README. */
export const ACCOUNT_SNIPPET = `plugins: [
  {
    resolve: "medusa-plugin-walmart",
    options: {
      accounts: [
        {
          id: "us-main",
          market: "us",
          clientId: process.env.WALMART_CLIENT_ID,
          clientSecret: process.env.WALMART_CLIENT_SECRET,
        },
      ],
    },
  },
],`
