import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http"

/** Bytes a request body may have, but for the file of a feed. */
export const MAX_BODY_BYTES = 1_048_576

/** Bytes a feed's request may have: 10 MB for the file, and what encloses it. */
const MAX_FEED_BYTES = 10 * MAX_BODY_BYTES + 65_536

/** A request, read to its end. `text` is null when the body was too large to keep. */
export interface Incoming {
  method: string
  /** path with query, as it was sent */
  path: string
  url: URL
  headers: IncomingHttpHeaders
  text: string | null
}

/** An answer; `text` is sent as it is, else `body` as JSON, else nothing. */
export interface Answer {
  status: number
  body?: unknown
  text?: string
  contentType?: string
  headers?: Record<string, string>
}

/** What becomes of a call: an answer, or a connection that ends without one. */
export type Outcome = Answer | "drop"

/** Reads a request; rejects when the client goes away while sending. */
export async function readRequest(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= MAX_FEED_BYTES) chunks.push(chunk)
  }
  const path = request.url ?? "/"
  return {
    method: request.method ?? "GET",
    path,
    url: new URL(`http://simulator${path}`),
    headers: request.headers,
    text: size > MAX_FEED_BYTES ? null : Buffer.concat(chunks).toString("utf8"),
  }
}

/** Sends an outcome. */
export function send(response: ServerResponse, outcome: Outcome): void {
  if (outcome === "drop") {
    response.destroy()
    return
  }
  const hasBody = outcome.text !== undefined || outcome.body !== undefined
  const text = outcome.text ?? (hasBody ? JSON.stringify(outcome.body) : "")
  response.writeHead(outcome.status, {
    "content-type": outcome.contentType ?? "application/json",
    "content-length": Buffer.byteLength(text),
    ...outcome.headers,
  })
  response.end(text)
}

/** A header's value, or null when it is missing or empty. */
export function header(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name]
  const single = Array.isArray(value) ? value[0] : value
  return single?.trim() || null
}
