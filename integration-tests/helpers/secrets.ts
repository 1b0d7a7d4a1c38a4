/** How the simulated Walmart writes access tokens. */
export const ACCESS_TOKEN = /sim[0-9a-f]{48}/

/** Keys of the simulated Walmart as they go over the wire. */
export function basicOf(clientId: string, clientSecret: string): string {
  return Buffer.from(`${clientId}:${clientSecret}`).toString("base64")
}
