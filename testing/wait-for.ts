/** How long what is sure to come may take on a machine that has much else to do. */
export const PATIENCE_MS = 120_000

/** How long to look, how often at most, and what ends the wait early. Milliseconds. */
export interface WaitOptions {
  timeoutMs?: number
  everyMs?: number
  signal?: AbortSignal
}

/**
 * Looks until `look` answers something other than undefined, null or false, and returns that.
 * @throws Error naming `what` when the time is over; the signal's reason when it fires
 */
export async function waitFor<T>(
  what: string,
  look: () => T | Promise<T>,
  { timeoutMs = PATIENCE_MS, everyMs = 25, signal }: WaitOptions = {}
): Promise<NonNullable<Exclude<T, false>>> {
  const endsAt = Date.now() + timeoutMs
  for (;;) {
    signal?.throwIfAborted()
    const lookedAt = Date.now()
    const answer = await look()
    if (answer !== undefined && answer !== null && answer !== false) {
      return answer as NonNullable<Exclude<T, false>>
    }
    if (Date.now() > endsAt) throw new Error(`Waited ${timeoutMs} ms for ${what}.`)
    // A look may be dear; at least half of the time is left to what is waited for.
    const pauseMs = Math.max(everyMs, Date.now() - lookedAt)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}
