import type { WalmartOptions } from "../config/options"

/** How often Medusa's scheduler looks in. Job schedules are fixed when a plugin is loaded, before its options are known. */
export const TICK_MS = 5_000

/** Silence of Medusa's scheduler about a job after which this process looks in on its own. */
export const SILENT_MS = 4 * TICK_MS

/**
 * A run that takes longer hangs on something, such as Redis for an event, and holds up no other run. A send run claims
 * nothing more after ten seconds: what it still waits for is a slow Walmart, and what has become due since must not wait for it.
 * The first poll of a shop with many orders takes its time; what is done twice then does no harm.
 */
export const STUCK_MS: Record<JobName, number> = {
  send: 15_000,
  poll: 1_800_000,
  sweep: 1_800_000,
  prune: 1_800_000,
  read: 120_000,
  returns: 1_800_000,
}

/** Names of the plugin's recurring jobs. */
export type JobName = "send" | "poll" | "sweep" | "prune" | "read" | "returns"

/** One run of a job's work. Never rejects. @returns whether there is more to do at once */
export type JobWork = (job: JobName) => Promise<boolean>

const OPTION: Record<JobName, keyof WalmartOptions["schedules"]> = {
  send: "sendEveryMs",
  poll: "pollEveryMs",
  sweep: "sweepEveryMs",
  prune: "pruneEveryMs",
  read: "readEveryMs",
  returns: "returnsEveryMs",
}

/** Every recurring job. */
export const JOBS: JobName[] = ["send", "poll", "sweep", "prune", "read", "returns"]

/**
 * The clock of the recurring jobs in this process. Medusa's scheduler looks in at every tick and is never kept waiting, because
 * with Redis it runs one job of the whole store at a time. When it has been silent about a job (Redis lost its keys or is
 * away, a job of the store never ends), the process looks in on its own. Per process; what must not happen twice is decided by
 * SQL.
 */
export class JobClock {
  private readonly lastLooks = new Map<JobName, number>()
  private readonly lastRuns = new Map<JobName, number>()
  private readonly running = new Map<Promise<void>, { job: JobName; since: number }>()
  private work: JobWork | null = null
  private timer: NodeJS.Timeout | null = null
  private stopped = false

  constructor(
    private readonly schedules: WalmartOptions["schedules"],
    private readonly now: () => number
  ) {}

  /** Sets the clock going, once; every further call changes nothing. */
  go(work: JobWork): void {
    if (this.work) return
    this.work = work
    for (const job of JOBS) this.lastLooks.set(job, this.now())
    this.timer = setInterval(() => this.lookInstead(), TICK_MS).unref()
  }

  /** Medusa's scheduler looks in: starts a run when the job's own interval has passed. */
  look(job: JobName): void {
    this.lastLooks.set(job, this.now())
    if (this.isTime(job)) this.start(job)
  }

  /** Starts a run now instead of at its next time; does nothing while one is running. */
  start(job: JobName): void {
    if (!this.work || this.stopped || this.isRunning(job)) return
    this.lastRuns.set(job, this.now())
    const run: Promise<void> = this.work(job).then((more) => {
      this.running.delete(run)
      if (more) this.start(job)
    })
    this.running.set(run, { job, since: this.now() })
  }

  /** Starts nothing more, and resolves when every run that is under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true
    if (this.timer) clearInterval(this.timer)
    await this.runsEnd()
  }

  /** Resolves when no run is under way any more. */
  async runsEnd(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.keys())
  }

  private lookInstead(): void {
    const silent = JOBS.filter((job) => this.now() - (this.lastLooks.get(job) ?? 0) > SILENT_MS)
    for (const job of silent.filter((one) => this.isTime(one))) this.start(job)
  }

  /** A look that comes a little early counts, so that intervals do not stretch by a whole look. */
  private isTime(job: JobName): boolean {
    const last = this.lastRuns.get(job)
    return last === undefined || this.now() - last >= this.schedules[OPTION[job]] - TICK_MS / 10
  }

  private isRunning(job: JobName): boolean {
    const runs = [...this.running.values()].filter((run) => run.job === job)
    return runs.some(({ since }) => this.now() - since < STUCK_MS[job])
  }
}
