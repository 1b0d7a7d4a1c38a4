/** The simulator's clock: real time plus whatever the control API has advanced it by. Epoch milliseconds. */
export class Clock {
  private offset = 0

  /** Now, in epoch milliseconds of the simulated world. */
  now(): number {
    return Date.now() + this.offset
  }

  /** Moves the clock forward by `ms` milliseconds; negative values move it back. */
  advance(ms: number): void {
    this.offset += ms
  }

  /** Returns to real time. */
  reset(): void {
    this.offset = 0
  }
}
