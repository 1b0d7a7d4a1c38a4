/** Waiting that a reset or the end of the simulator can cut short. */
export class Timers {
  private readonly waiting = new Set<(ranOut: boolean) => void>()

  /** Resolves to true after `ms` real milliseconds or when all is let go on, to false as soon as everything is canceled. */
  wait(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (ranOut: boolean) => {
        clearTimeout(timer)
        this.waiting.delete(settle)
        resolve(ranOut)
      }
      const timer = setTimeout(() => settle(true), ms)
      this.waiting.add(settle)
    })
  }

  /** Resolves when everything is canceled. */
  async forever(): Promise<void> {
    const longest = 2_147_483_647
    while (await this.wait(longest));
  }

  /** Lets everything that waits go on now, as if its time had run out; what waits forever goes on waiting. */
  runOut(): void {
    for (const settle of [...this.waiting]) settle(true)
  }

  /** Ends all waiting now. */
  cancelAll(): void {
    for (const settle of [...this.waiting]) settle(false)
  }
}
