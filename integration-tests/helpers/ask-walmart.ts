import { randomUUID } from "node:crypto"
import axios from "axios"
import { commonHeaders } from "../../src/walmart/api/headers"

/** Whom to ask, and with which keys. */
export interface WalmartAddress {
  url: string
  clientId: string
  clientSecret: string
}

/** What the simulated Walmart really answers to a read, as the bytes say it and before the plugin has looked at it. */
export async function askWalmart(address: WalmartAddress, path: string): Promise<unknown> {
  const { url, clientId, clientSecret } = address
  const headers = () => commonHeaders({ market: "us", sandbox: false }, randomUUID())
  const walmart = axios.create({ baseURL: url })
  const form = new URLSearchParams({ grant_type: "client_credentials" })
  const auth = { username: clientId, password: clientSecret }
  const { data: token } = await walmart.post("/v3/token", form, { auth, headers: headers() })
  const granted = { ...headers(), "WM_SEC.ACCESS_TOKEN": token.access_token }
  return (await walmart.get(path, { headers: granted })).data
}
