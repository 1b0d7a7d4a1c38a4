/**
 * Has something done at once, one run at a time: a kick during a run has it done once more afterwards, so that a thousand kicks are
 * two runs and none is missed.
 */
export class Kick {
  private running: Promise<void> | null = null
  private again = false
  private stopped = false

  /** @param work never rejects; not awaited */
  start(work: () => Promise<void>): void {
    this.again = true
    // Noted before the work begins, which may kick too.
    this.running ??= Promise.resolve().then(() => this.run(work))
  }

  /** Starts nothing more, and resolves when the present run has ended. */
  async stop(): Promise<void> {
    this.stopped = true
    await this.running
  }

  /** Resolves when every run that was asked for so far has ended. */
  async ends(): Promise<void> {
    await this.running
  }

  private async run(work: () => Promise<void>): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false
      await work()
    }
    // Right after the last look, so that no kick comes between and is missed.
    this.running = null
  }
}
