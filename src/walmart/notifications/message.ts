import { shownValue } from "../common/problem"
import { KIND_RULES, type NotificationKind } from "./notification-kinds"

/** What people are notified of: one thing that has happened to an order or an account. */
export interface NotificationCause {
  /** Null when it is about no order. */
  walmart_order_id: string | null
  /** Purchase order number, SKU, or the account's id. */
  about: string
  /** Machine-readable reason, such as an error code; null where the kind says all. */
  code: string | null
  message: string | null
  /** When it is due, ISO 8601; null when there is no deadline. */
  due_at: string | null
}

/** All causes of one account and kind that are said at once. */
export interface NotificationGroup {
  accountId: string
  kind: NotificationKind
  /** How many orders or listings, or 1 for the account. */
  count: number
  /** The most urgent of them. */
  causes: NotificationCause[]
}

/** A message as a person reads it. */
export interface NotificationText {
  title: string
  description: string
}

/** How many orders a message names; the others are counted. */
export const NAMED = 10

const REASON_LENGTH = 160

/** Puts a group into words: what has happened, to which orders, and what to do. Pure. */
export function textOf({ accountId, kind, count, causes }: NotificationGroup): NotificationText {
  const { title, todo } = KIND_RULES[kind]
  const named = causes.slice(0, NAMED).map((cause) => nameOf(cause, { accountId, count }))
  const others = count - named.length
  const more = others > 0 ? [`and ${others} more`] : []
  const list = [...named.filter(Boolean), ...more].join("; ")
  return {
    title: `Walmart ${accountId}: ${title(count)}`,
    description: list === "" ? todo : `${list}. ${todo}`,
  }
}

/** A single cause has room for its reason; of several, the numbers are enough. */
function nameOf(
  { walmart_order_id, about, message, due_at }: NotificationCause,
  { accountId, count }: Pick<NotificationGroup, "accountId" | "count">
) {
  const reason = count === 1 && message ? shortened(message) : ""
  if (walmart_order_id === null && about === accountId) return reason
  const due = due_at ? ` (due ${due_at.slice(0, 16).replace("T", " ")} UTC)` : ""
  return `${shownValue(about)}${due}${reason === "" ? "" : `: ${reason}`}`
}

function shortened(message: string): string {
  const line = message.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim()
  const text = line.length > REASON_LENGTH ? `${line.slice(0, REASON_LENGTH)}…` : line
  return text.replace(/[.;]$/, "")
}
