import { type ChildProcess, fork } from "node:child_process"
import type { WorkerNews, WorkerOrders } from "./worker"

/** A sender in a process of its own, to be killed, stopped and continued. */
export class WorkerProcess {
  private readonly seen: WorkerNews[] = []
  private readonly child: ChildProcess
  private changed: () => void = () => {}
  /** The signal that ended it, null after a plain exit. */
  readonly ended: Promise<NodeJS.Signals | null>

  /** Starts the bundled worker. */
  constructor(script: string, orders: WorkerOrders) {
    const env = { ...process.env, NODE_OPTIONS: "", WORKER_ORDERS: JSON.stringify(orders) }
    this.child = fork(script, [], {
      env,
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    })
    this.child.on("message", (news: WorkerNews) => {
      this.seen.push(news)
      this.changed()
    })
    this.ended = new Promise((resolve) =>
      this.child.on("exit", (_code, signal) => {
        this.changed()
        resolve(signal)
      })
    )
  }

  /** Resolves when the worker has said that it is there; rejects when it ended without saying so. */
  async failpoint(at: WorkerNews["at"]): Promise<void> {
    while (!this.has(at)) {
      if (!this.isAlive) throw new Error(`The worker ended before it reached "${at}".`)
      await new Promise<void>((resolve) => (this.changed = resolve))
    }
  }

  /** Whether it has said that it is there. */
  has(at: WorkerNews["at"]): boolean {
    return this.seen.some((news) => news.at === at)
  }

  /** Lets a worker on standby send. */
  go(): void {
    if (this.isAlive && this.child.connected) this.child.send("go")
  }

  /** Sends a signal; nothing when it has ended. */
  signal(signal: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void {
    if (this.isAlive) this.child.kill(signal)
  }

  /** Ends it for good and waits for that. */
  async kill(): Promise<void> {
    this.signal("SIGKILL")
    await this.ended
  }

  private get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null
  }
}
