import { shownValue } from "../common/problem"
import { KIND_RULES, type NotificationKind } from "./notification-kinds"
import { english, type Phrase, phrase, verbatim } from "../words/phrase"

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
  /** Both as sentences that a template or a screen may translate. */
  words: { title: Phrase[]; description: Phrase[] }
}

/** How many orders a message names; the others are counted. */
export const NAMED = 10

const REASON_LENGTH = 160

/** Puts a group into words: what has happened, to which orders, and what to do. Pure. */
export function textOf(group: NotificationGroup): NotificationText {
  const { accountId: account, kind, count } = group
  const { title, todo } = KIND_RULES[kind]
  const words = {
    title: [phrase("notification", "title", { account, what: [title(count)] })],
    description: [...namedIn(group), todo],
  }
  return { title: english(words.title), description: english(words.description), words }
}

function namedIn(group: NotificationGroup): Phrase[] {
  const named = group.causes.slice(0, NAMED)
  const count = group.count - named.length
  const causes = [
    ...named.map((cause) => nameOf(cause, group)).filter((words) => words.length > 0),
    ...(count > 0 ? [[phrase("notification", "more", { count })]] : []),
  ]
  return causes.length > 0 ? [phrase("notification", "named", { causes: { and: causes } })] : []
}

/** A single cause has room for its reason; of several, the numbers are enough. */
function nameOf(
  { walmart_order_id, about: subject, message, due_at }: NotificationCause,
  { accountId, count }: NotificationGroup
): Phrase[] {
  const why = count === 1 && message ? shortened(message) : ""
  if (walmart_order_id === null && subject === accountId) return verbatim(why)
  const about = shownValue(subject)
  const due = due_at?.slice(0, 16).replace("T", " ")
  if (due) return [phrase("notification", why ? "due_why" : "due", { about, due, why })]
  return why ? [phrase("notification", "about_why", { about, why })] : verbatim(about)
}

function shortened(message: string): string {
  const line = message.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim()
  const text = line.length > REASON_LENGTH ? `${line.slice(0, REASON_LENGTH)}…` : line
  return text.replace(/[.;]$/, "")
}
