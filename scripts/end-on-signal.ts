/**
 * When somebody asks this process to end, tidies up and ends it; a signal alone would leave servers and databases behind.
 */
export function endOnSignal(tidyUp: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      console.error(`\nEnded by ${signal}; the results above are not complete.`)
      void tidyUp().then(() => process.exit(130))
    })
  }
}
