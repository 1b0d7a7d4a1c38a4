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
  secondsSinceTick: number | null
  secondsSincePoll: number | null
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
