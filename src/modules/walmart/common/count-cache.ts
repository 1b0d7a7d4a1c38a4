/** Numbers from here on are counted by walking through that many entries of an index. */
const MANY = 10_000

/** How old such a number is when it is counted again, and how old it may be shown while that is being done. */
const RENEWED_MS = 60_000
const OLDEST_MS = 600_000

/** Different questions whose answers are kept. */
const KEPT = 200

/**
 * Counts of many orders, which are asked for with every page and which nobody needs to the second. A number below ten thousand is
 * counted anew each time; a larger one may be a minute old. Per process.
 */
export class CountCache {
  private readonly known = new Map<string, { count: number; at: number }>()
  private readonly renewing = new Set<string>()

  constructor(private readonly now: () => number) {}

  /** The answer to a question, by `count` unless it is known to be many. @throws what `count` throws */
  async of(key: string, count: () => Promise<number>): Promise<number> {
    const known = this.known.get(key)
    const age = known ? this.now() - known.at : Infinity
    if (!known || age >= OLDEST_MS) return this.ask(key, count)
    if (age >= RENEWED_MS) this.renew(key, count)
    return known.count
  }

  private async ask(key: string, count: () => Promise<number>): Promise<number> {
    const answer = { at: this.now(), count: await count() }
    this.known.delete(key)
    if (answer.count < MANY) return answer.count
    this.known.set(key, answer)
    const [oldest] = this.known.keys()
    if (this.known.size > KEPT) this.known.delete(oldest)
    return answer.count
  }

  /** Not awaited; when it fails, whoever asks next does and is given the error. */
  private renew(key: string, count: () => Promise<number>): void {
    if (this.renewing.has(key)) return
    this.renewing.add(key)
    const renewed = this.ask(key, count).catch(() => this.known.delete(key))
    void renewed.finally(() => this.renewing.delete(key))
  }
}
