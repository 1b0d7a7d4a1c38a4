import http, {
  Agent as HttpAgent,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from "node:http"
import https, { Agent as HttpsAgent } from "node:https"
import type { Duplex } from "node:stream"

/*
 * When a request begins is decided at its first byte, not when it is asked for: between the two lies the connection, with name
 * lookup and TLS handshake, and a process may stand still in the meantime. So a request gets its connection only when that can carry
 * it, and is asked once more then. From there to the first byte no event is waited for.
 */

type OnSocket = (error: Error | null, socket: Duplex) => void

/** Idle connections are dropped before servers and balancers do it: a POST on a connection closed in the meantime ends in doubt. */
const IDLE_SOCKET_MS = 4_000

/** Agents that hand out a connection once it is ready, and give up one that is not within `connectMs`. */
export function readyAgents(connectMs: number): { httpAgent: HttpAgent; httpsAgent: HttpsAgent } {
  const options = { keepAlive: true, timeout: IDLE_SOCKET_MS }
  return {
    httpAgent: new (class extends HttpAgent {
      override createConnection(args: RequestOptions, onSocket: OnSocket): undefined {
        whenReady(super.createConnection(args), "connect", connectMs, onSocket)
      }
    })(options),
    httpsAgent: new (class extends HttpsAgent {
      override createConnection(args: https.RequestOptions, onSocket: OnSocket): undefined {
        whenReady(super.createConnection(args), "secureConnect", connectMs, onSocket)
      }
    })(options),
  }
}

function whenReady(
  socket: Duplex | null | undefined,
  ready: "connect" | "secureConnect",
  connectMs: number,
  onSocket: OnSocket
): void {
  if (!socket) throw new Error("Node's own agent makes a connection at once.")
  const impatience = setTimeout(() => socket.destroy(failure("ETIMEDOUT")), connectMs)
  const fail = (error: Error) => onSocket(error, socket)
  const close = () => {
    clearTimeout(impatience)
    fail(failure("ECONNRESET"))
  }
  socket.once("error", fail)
  socket.once("close", close)
  socket.once(ready, () => {
    clearTimeout(impatience)
    socket.off("error", fail)
    socket.off("close", close)
    onSocket(null, socket)
  })
}

function failure(code: string): Error {
  return Object.assign(new Error("the connection was not made"), { code, syscall: "connect" })
}

/** Code of the failure of a request that was given up when its connection was there. */
export const TOO_LATE = "TOO_LATE"

/** Node's own way to make requests, each asked at its first byte whether it may still start. */
export function guardedRequests(mayStart: () => boolean) {
  return {
    request(options: RequestOptions, onResponse: (response: IncomingMessage) => void) {
      const { request } = options.protocol === "https:" ? https : http
      return guard(request(options, onResponse), mayStart)
    },
  }
}

/** Node writes nothing before it has told of the socket, and nothing at all to a socket that is destroyed then. */
function guard(request: ClientRequest, mayStart: () => boolean): ClientRequest {
  return request.once("socket", () => {
    if (mayStart()) return
    request.destroy(Object.assign(new Error("it was too late to start"), { code: TOO_LATE }))
  })
}
