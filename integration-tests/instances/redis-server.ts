import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { waitFor } from "../../testing/wait-for"
import { freePort } from "../../scripts/postgres"

/** Whether this machine can start a Redis of its own. */
export function hasRedisServer(): boolean {
  return spawnSync("redis-server", ["--version"]).status === 0
}

/** A Redis of our own on a free port, which keeps nothing on disk: when it is killed, all of it is gone. */
export class RedisServer {
  private constructor(
    private readonly port: number,
    private process: ChildProcess
  ) {}

  static async start(): Promise<RedisServer> {
    const port = await freePort()
    const server = new RedisServer(port, launch(port))
    await server.answers()
    return server
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  /** Deletes every key: queues, scheduled jobs, locks. */
  async flush(): Promise<void> {
    await this.ask("FLUSHALL")
  }

  /** Ends it without a word, and resolves when it is gone. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once("exit", resolve))
    if (this.process.kill("SIGKILL")) await gone
  }

  /** Starts it again, empty, on the same port. */
  async startAgain(): Promise<void> {
    this.process = launch(this.port)
    await this.answers()
  }

  private answers() {
    const ping = () => this.ask("PING").catch(nothingYet)
    return waitFor(`Redis on port ${this.port}`, ping)
  }

  private ask(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, "127.0.0.1", () => socket.write(`${command}\r\n`))
      socket.once("data", (answer) => {
        socket.destroy()
        resolve(answer.toString())
      })
      socket.once("error", reject)
    })
  }
}

function launch(port: number): ChildProcess {
  const flags = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", tmpdir()]
  const server = spawn("redis-server", flags, { stdio: "ignore" })
  process.once("exit", () => server.kill("SIGKILL"))
  return server
}

/** Nobody listens yet. */
function nothingYet(): null {
  return null
}
