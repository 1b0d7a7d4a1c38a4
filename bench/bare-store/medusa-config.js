const { defineConfig } = require("@medusajs/framework/utils")

/** A store as Medusa makes it, without the plugin: the floor that the bench compares with. */
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      jwtSecret: process.env.JWT_SECRET ?? "only-for-the-demo-and-tests",
      cookieSecret: process.env.COOKIE_SECRET ?? "only-for-the-demo-and-tests",
    },
  },
  admin: { disable: true },
})
