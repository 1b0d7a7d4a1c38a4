import type { IncomingMessage } from "node:http"

/**
 * Reads a body byte by byte, whatever its type is said to be, because what Walmart signs is its bytes, and because Medusa's parsers
 * refuse the character set of Walmart's token call.
 * @returns null as soon as it is longer than the limit
 * @throws Error when the connection ends before the body
 */
export async function readBody(req: IncomingMessage, limitBytes: number): Promise<Buffer | null> {
  if (Number(req.headers["content-length"] ?? 0) > limitBytes) return null
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let length = 0
    req.on("data", (part: Buffer) => {
      length += part.length
      if (length <= limitBytes) return void parts.push(part)
      req.pause()
      resolve(null)
    })
    req.on("end", () => resolve(Buffer.concat(parts)))
    req.on("error", reject)
  })
}
