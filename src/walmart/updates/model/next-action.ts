import type { EndpointName } from "../../api/endpoint-limits"
import type { Attention } from "./update"

/** One write to Walmart and the updates it tells. */
export interface NextCall {
  /** Kind of the updates, which makes the call; several kinds may share an endpoint. */
  kind: string
  endpoint: EndpointName
  updateIds: string[]
  /** Null for a call without one. */
  body: object | null
}

/** What to do about the first updates of an order, after reading it from Walmart. */
export interface NextAction {
  /** Updates that Walmart shows already. */
  done: string[]
  /** Updates that Walmart does not take any more and does not need. */
  moot: string[]
  /** First update that cannot continue automatically; everything behind it waits. */
  attention: { id: string; attention: Attention } | null
  call: NextCall | null
}

/** What limits a call. */
export interface CallLimits {
  /** Epoch milliseconds. */
  now: number
  maxLines: number
  /** Largest number of updates merged into one call; 1 after Walmart refused a merged one. */
  maxUpdates: number
  /** The market acknowledges lines instead of whole orders. */
  acknowledgesLines?: boolean
}

/** Nothing to do. */
export const NOTHING: NextAction = { done: [], moot: [], attention: null, call: null }
