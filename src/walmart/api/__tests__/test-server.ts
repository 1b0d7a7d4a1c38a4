import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type { RateLimiter, RateObservation } from "../endpoint-limits"

/** One request as it came over the wire. */
export interface SeenRequest {
  method: string
  url: string
  headers: IncomingMessage["headers"]
  body: string
}

type Answer = (request: SeenRequest, response: ServerResponse) => void

/** Real HTTP server on a free port that remembers what it was asked. */
export interface TestServer {
  baseUrl: string
  seen: SeenRequest[]
  close(): Promise<void>
}

export async function startServer(answer: Answer): Promise<TestServer> {
  const seen: SeenRequest[] = []
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk))
    incoming.on("end", () => {
      const { method = "", url = "", headers } = incoming
      const request = { method, url, headers, body: Buffer.concat(chunks).toString() }
      seen.push(request)
      answer(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Answers with JSON. */
export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {}
): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers })
  response.end(typeof body === "string" ? body : JSON.stringify(body))
}

/** Limiter that grants everything and remembers what it was told. */
export class OpenLimiter implements RateLimiter {
  readonly observed: (RateObservation & { endpoint: string })[] = []

  async take(): Promise<{ granted: true }> {
    return { granted: true }
  }

  async observe(endpoint: string, observation: RateObservation): Promise<void> {
    this.observed.push({ endpoint, ...observation })
  }
}
