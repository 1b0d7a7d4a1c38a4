import { request as httpRequest } from "node:http"
import { request as httpsRequest } from "node:https"

const DELIVERY_TIMEOUT_MS = 5000

/** Posts a body; answers the HTTP status, 0 when there was none, and what came back. Never rejects. */
export function post(
  address: string,
  headers: Record<string, string>,
  body: string
): Promise<{ status: number; text: string }> {
  const url = new URL(address)
  const open = url.protocol === "https:" ? httpsRequest : httpRequest
  const sized = { ...headers, "content-length": Buffer.byteLength(body) }
  const settings = { method: "POST", headers: sized, timeout: DELIVERY_TIMEOUT_MS, agent: false }
  return new Promise((resolve) => {
    let text = ""
    const call = open(url, settings)
    call.on("timeout", () => call.destroy())
    call.on("error", () => resolve({ status: 0, text }))
    call.on("response", (response) => {
      const status = response.statusCode ?? 0
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk))
      response.on("close", () => resolve({ status, text }))
      response.on("error", () => resolve({ status: 0, text }))
    })
    call.end(body)
  })
}
