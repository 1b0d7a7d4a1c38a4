/** How an account's work is doing, as plain figures. Ages are seconds; null where nothing is known. */
export interface AccountFigures {
  id: string
  market: string
  paused: boolean
  dryRun: boolean
  /** Its keys or permissions failed, and sends wait. */
  blocked: boolean
  dueOrders: number
  oldestDueSeconds: number | null
  leased: number
  inDoubt: number
  backlog: number
  needsAttention: number
  failedImports: number
  /** Orders of which Medusa and Walmart show different units. */
  differingOrders: number
  /** Returns and figures of stock that wait for a person. */
  waitingReturns: number
  waitingStock: number
  /** Since a worker looked at it; of one that none has looked at, as long as {@link sinceLast} says. */
  secondsSinceTick: number
  /** The same of the last whole poll. */
  secondsSincePoll: number
  secondsSinceSent: number | null
  /** Of an account that receives webhooks; null for others, and before the first event. */
  secondsSinceEvent: number | null
  /** It receives webhooks, polls find orders, and no event arrives. */
  webhooksSilent: boolean
  /** This process's clock less Walmart's, seconds; null before Walmart answered this process. */
  clockDifference: number | null
  /** Calls of the last 24 hours by outcome. */
  outcomes: Record<string, number>
  /** Milliseconds, shipments and cancellations of the last 24 hours; null without any. */
  latency: { p50_ms: number; p95_ms: number } | null
  /** Calls that could go now, by endpoint. */
  callsLeft: Record<string, number>
}

/** How long something has been waited for: since it happened, or since it could have happened for the first time. Seconds. */
export interface Waited {
  /** Since it last happened; null when it never did. */
  last: number | null
  /** Since the account was known first; null while no process has looked after it. */
  added: number | null
  /** Since this process was started. */
  up: number
}

/** So that a store in which work never began does not look well for ever. */
export function sinceLast({ last, added, up }: Waited): number {
  return last ?? added ?? up
}
