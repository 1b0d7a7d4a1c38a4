/** How long one core is kept busy to see how much of it is to be had. */
const PROBE_MS = 200

/** The least part of a core on which a time says something about the program. */
const LEAST_SHARE = 0.5

/**
 * Whether the machine has too much else to do for a time to be held against a bound: a loop that would take all of a core gets less
 * than half of it. The time is told all the same.
 */
export async function isLate(): Promise<boolean> {
  // What has just been done here is over first.
  await new Promise((done) => setImmediate(done))
  const startedAt = performance.now()
  const before = process.cpuUsage()
  while (performance.now() - startedAt < PROBE_MS);
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / PROBE_MS < LEAST_SHARE
}
