/**
 * Sends for single orders at once, without making the caller wait: a subscriber that waited for Walmart would hold up the other
 * events of the store, which Medusa's Redis event bus hands out one after the other. Only a few at a time, so that a flood of
 * shipments leaves database and processor to the store; the others are due already and belong to the recurring job.
 */
export class WakeUps {
  private readonly running = new Set<Promise<void>>()
  private stopped = false

  /**
   * @param limit most sends at a time
   * @param overflow called when there is one more
   */
  constructor(
    private readonly limit: number,
    private readonly overflow: () => void
  ) {}

  /** Starts a send that never rejects, and does not wait for it. */
  start(send: () => Promise<void>): void {
    if (this.stopped) return
    if (this.running.size >= this.limit) return this.overflow()
    const run: Promise<void> = send().finally(() => this.running.delete(run))
    this.running.add(run)
  }

  /** Starts nothing more, and resolves when everything that runs has ended. */
  async stop(): Promise<void> {
    this.stopped = true
    await this.ends()
  }

  /** Resolves when nothing runs any more. */
  async ends(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running)
  }
}
