import { WorkerProcess } from "../harness/worker-process"
import type { WorkerOrders } from "../harness/worker"
import type { Random } from "./random"

/** Working processes, and others that stand by to take over, because a new one needs a moment to load. */
export class Crew {
  kills = 0
  stops = 0
  private working: WorkerProcess[] = []
  private standby: WorkerProcess[] = []
  private readonly all = new Set<WorkerProcess>()

  constructor(
    private readonly script: string,
    private readonly orders: WorkerOrders,
    private readonly random: Random
  ) {}

  async start(count: number): Promise<void> {
    for (let index = 0; index < count * 2; index++) this.standby.push(this.hire())
    await Promise.all(this.standby.map((worker) => worker.failpoint("ready")))
    for (let index = 0; index < count; index++) this.promote()
  }

  /**
   * Kills one, or stops it for a while that may be longer than its lease. Another one takes its place. Only those that have begun
   * a call are worth it, so that on a slow machine something still happens between the blows.
   */
  disturb(longestStopMs: number): void {
    const busy = this.working.filter((worker) => worker.has("sending"))
    if (busy.length === 0) return
    const victim = this.random.pick(busy)
    this.working.splice(this.working.indexOf(victim), 1)
    if (this.random.chance(0.6)) {
      this.kills++
      victim.signal("SIGKILL")
    } else {
      this.stops++
      victim.signal("SIGSTOP")
      setTimeout(() => this.goOn(victim), this.random.between(200, longestStopMs))
    }
    this.standby.push(this.hire())
    this.promote()
  }

  /** Ends everybody. */
  async dismiss(): Promise<void> {
    await Promise.all([...this.all].map((worker) => worker.kill()))
  }

  /** It works for a short while, doing whatever it thinks it may do, and then makes room. */
  private goOn(worker: WorkerProcess): void {
    worker.signal("SIGCONT")
    setTimeout(() => worker.signal("SIGKILL"), 1_500)
  }

  private hire(): WorkerProcess {
    const worker = new WorkerProcess(this.script, { ...this.orders, standby: true })
    this.all.add(worker)
    void worker.ended.then(() => this.all.delete(worker))
    return worker
  }

  private promote(): void {
    const next = this.standby.shift()
    if (!next) return
    next.go()
    this.working.push(next)
  }
}
