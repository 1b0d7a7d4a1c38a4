/** Waiting that a reset or the end of the simulator can cut short. */
export class Timers {
  private readonly waiting = new Set<() => void>()

  /** Resolves to true after `ms` real milliseconds, or to false as soon as everything is canceled. */
  wait(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (ranOut: boolean) => {
        clearTimeout(timer)
        this.waiting.delete(cancel)
        resolve(ranOut)
      }
      const cancel = () => settle(false)
      const timer = setTimeout(() => settle(true), ms)
      this.waiting.add(cancel)
    })
  }

  /** Resolves when everything is canceled. */
  async forever(): Promise<void> {
    const longest = 2_147_483_647
    while (await this.wait(longest));
  }

  /** Ends all waiting now. */
  cancelAll(): void {
    for (const cancel of [...this.waiting]) cancel()
  }
}
