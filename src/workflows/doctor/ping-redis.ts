import { connect as connectPlainly, type Socket } from "node:net"
import { connect as connectByTls } from "node:tls"

const PATIENCE_MS = 2_000
const DEFAULT_PORT = 6379

/** Where Redis is, without whatever else its URL holds. */
export interface RedisAnswer {
  /** Host and port; null when it is not a URL. */
  address: string | null
  answers: boolean
}

/** Asks Redis for a sign of life; one that wants a password first lives too. Never throws. */
export async function pingRedis(url: string): Promise<RedisAnswer> {
  if (!URL.canParse(url)) return { address: null, answers: false }
  const { hostname: host, port, protocol } = new URL(url)
  const target = { host, port: Number(port) || DEFAULT_PORT }
  const socket =
    protocol === "rediss:"
      ? connectByTls({ ...target, servername: host })
      : connectPlainly({ ...target })
  const answers = await signOfLife(socket)
  return { address: `${target.host}:${target.port}`, answers }
}

function signOfLife(socket: Socket): Promise<boolean> {
  return new Promise((done) => {
    const end = (answers: boolean) => {
      socket.destroy()
      done(answers)
    }
    socket.setTimeout(PATIENCE_MS, () => end(false))
    socket.once("error", () => end(false))
    socket.once("close", () => end(false))
    socket.once("data", () => end(true))
    socket.write("PING\r\n")
  })
}
