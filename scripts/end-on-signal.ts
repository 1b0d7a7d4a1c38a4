/**
 * When somebody asks this process to end, tidies up and ends it; a signal alone would leave servers and databases behind.
 */
export function endOnSignal(tidyUp: () => Promise<void>): void {
  let ending: Promise<void> | null = null
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // Whoever is impatient asks again, which must not end the tidying up.
    process.on(signal, () => {
      if (ending) return
      console.error(`\nEnded by ${signal}; the results above are not complete.`)
      ending = tidyUp().then(() => process.exit(130))
    })
  }
}
