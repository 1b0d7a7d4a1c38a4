import type { WebhookCount } from "../../../walmart/webhooks/counts"

/** How often something happened since it was last written down. */
export interface Tallied {
  accountId: string
  name: WebhookCount
  times: number
}

/** Counts are written down at most once in this time, in milliseconds. */
const WRITE_EVERY_MS = 1_000

/**
 * Counts what happens to webhooks. Whoever knows the address can send requests, and must not get a row of the database written with
 * each, so counts are added up in the process and written together.
 */
export class Tally {
  private readonly counts = new Map<string, Tallied>()
  private timer: NodeJS.Timeout | null = null

  /** @param write keeps the counts; never rejects */
  constructor(private readonly write: (counts: Tallied[]) => Promise<void>) {}

  /** Counts one more. */
  add(accountId: string, name: WebhookCount): void {
    const key = `${accountId} ${name}`
    const times = (this.counts.get(key)?.times ?? 0) + 1
    this.counts.set(key, { accountId, name, times })
    this.timer ??= setTimeout(() => void this.flush(), WRITE_EVERY_MS).unref()
  }

  /** Writes down what was counted. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    const counts = [...this.counts.values()]
    this.counts.clear()
    if (counts.length > 0) await this.write(counts)
  }
}
