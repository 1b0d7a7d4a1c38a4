import { TOKEN_PATH } from "../api/access-token"
import {
  AccountError,
  ForbiddenError,
  NotFoundError,
  NotSentError,
  RefusedError,
  ThrottledError,
  UnknownOutcomeError,
  UnreadableError,
  isNotUnderstood,
  WalmartError,
} from "../api/errors/errors"
import { clampWaitMs } from "../api/endpoint-limits"
import type { CALL_TEXTS } from "../words/texts/call-texts"
import { type Phrase, phrase, type Said, say, saying } from "../words/phrase"
import { refusalOf } from "./known-refusals"

/**
 * What a failure means for the update that was being sent:
 * `refused` Walmart said no, or said something that forbids to continue; read the order, then a person;
 * `unknown` may have been applied; wait for the settle time, read the order, decide;
 * `not_applied` surely not applied; try again later;
 * `throttled` surely not applied; try again when allowed;
 * `account` nothing of this account can be sent until someone sees to its keys.
 */
export type Outcome = "refused" | "unknown" | "not_applied" | "throttled" | "account"

/** A failure in words for a shop assistant. `code` is stable, for filters. */
export interface Explanation extends Said {
  code: string
}

/**
 * What a failure says about the update: `attempt` a call was made for it and failed; `failure` none could be made, which may not
 * last forever either; `none` nothing, as with throttling, account trouble and a missing token.
 */
export type Counts = "attempt" | "failure" | "none"

/** A failure as the queue acts on it. */
export interface Classification {
  outcome: Outcome
  code: string
  message: string
  /** The message, as sentences that a screen may translate. */
  said: Phrase[]
  counts: Counts
  /** True when no order of the account can get further: its keys, or the token service. */
  holdsAccount: boolean
  /** Milliseconds that Walmart or our limiter asked to wait, null when the back-off decides. */
  waitMs: number | null
}

/** Says in words what went wrong and what to do. Accepts anything that was thrown. */
export function explain(error: unknown): Explanation {
  // The thrown text is left out: it may hold anything.
  if (!(error instanceof WalmartError)) return say("unexpected", {})
  const known = couldBeAboutTheOrder(error) ? error.facts.details.find(refusalOf) : undefined
  const code = known && refusalOf(known)
  if (known && code) {
    const says = phrase("walmart_says", "message", { said: known.description || known.code })
    const { message, remedy } = say(code, {}).words
    return { code, ...saying({ message: [...message, says], remedy }) }
  }
  const { code: rule, remedy } = ruleFor(error)
  return { code: rule, ...saying({ message: error.said, remedy }) }
}

/** Turns anything that was thrown around a call into what the queue does next. Foreign errors count as unknown. */
export function classify(error: unknown): Classification {
  const { code, message, words } = explain(error)
  const explained = { code, message, said: words.message }
  if (!(error instanceof WalmartError)) {
    return {
      ...explained,
      outcome: "unknown",
      counts: "failure",
      holdsAccount: false,
      waitMs: null,
    }
  }
  const { outcome, counts } = ruleFor(error)
  const asked = outcome === "refused" ? null : error.facts.retryAfterMs
  const waitMs = asked === null ? null : clampWaitMs(asked)
  return { ...explained, outcome, counts, holdsAccount: holds(error, outcome), waitMs }
}

/** Without a token no order gets anywhere, so that asking for one with every order would only be hammering. */
function holds({ facts }: WalmartError, outcome: Outcome): boolean {
  return outcome === "account" || facts.path === TOKEN_PATH
}

/** How long Walmart may take to show what it said yes to, in milliseconds, before a person is asked. */
export const SHOWN_WITHIN_MS = 3_600_000

const BASE_DELAY_MS = 15_000
const MAX_DELAY_MS = 30 * 60_000
const MIN_DELAY_MS = 1_000

/**
 * Full jitter: a random part of 15 s doubled with each counted attempt, at most 30 minutes, at least one second.
 * @param attempts counted attempts that failed so far, the last one included
 * @param random from 0 to 1
 */
export function nextDelayMs({
  attempts,
  random,
}: {
  attempts: number
  random: () => number
}): number {
  const doublings = Math.min(Math.max(attempts - 1, 0), 20)
  const ceiling = Math.min(BASE_DELAY_MS * 2 ** doublings, MAX_DELAY_MS)
  return Math.max(MIN_DELAY_MS, Math.round(random() * ceiling))
}

interface Rule {
  /** Its remedy is that of the texts, unless the rule has another. */
  code: Exclude<keyof typeof CALL_TEXTS, "verbatim" | "walmart_says">
  outcome: Outcome
  counts: Counts
  remedy?: Phrase
}

function ruleFor(error: WalmartError): Omit<Rule, "remedy"> & { remedy: Phrase[] } {
  const rule = RULES.find(({ when }) => when(error)) ?? UNKNOWN_OUTCOME
  return { ...rule, remedy: [rule.remedy ?? phrase(rule.code, "remedy", {})] }
}

const UNKNOWN_OUTCOME: Rule = { code: "outcome_unknown", outcome: "unknown", counts: "attempt" }

/** A 4xx whose answer names nothing of the request; the exchange throws it as an unknown outcome. */
function isOutageAnswer(error: WalmartError): boolean {
  const { status } = error.facts
  return error instanceof UnknownOutcomeError && (status === 400 || status === 403)
}

const RULES: (Rule & { when: (error: WalmartError) => boolean })[] = [
  {
    when: (error) => error instanceof ThrottledError && error.facts.status === 423,
    code: "locked",
    outcome: "throttled",
    counts: "none",
  },
  {
    when: (error) => error instanceof ThrottledError,
    code: "throttled",
    outcome: "throttled",
    counts: "none",
  },
  {
    when: (error) => error instanceof AccountError && error.facts.status === 403,
    code: "permission_missing",
    outcome: "account",
    counts: "none",
  },
  {
    when: (error) => error instanceof ForbiddenError,
    code: "permission_missing",
    outcome: "refused",
    counts: "attempt",
    remedy: phrase("permission_missing", "remedy_area", {}),
  },
  {
    when: (error) => error instanceof AccountError,
    code: "credentials_refused",
    outcome: "account",
    counts: "none",
  },
  {
    when: (error) => error instanceof NotSentError && error.facts.path === TOKEN_PATH,
    code: "token_unavailable",
    outcome: "not_applied",
    counts: "none",
  },
  {
    when: (error) => error instanceof NotSentError,
    code: "not_reachable",
    outcome: "not_applied",
    counts: "failure",
  },
  {
    when: isOutageAnswer,
    code: "walmart_outage",
    outcome: "unknown",
    counts: "attempt",
  },
  {
    when: (error) => error instanceof NotFoundError,
    code: "not_found",
    outcome: "refused",
    counts: "attempt",
  },
  {
    when: (error) => error instanceof RefusedError,
    code: "refused",
    outcome: "refused",
    counts: "attempt",
  },
  {
    when: (error) => error instanceof UnreadableError && !isNotUnderstood(error),
    code: "answer_not_json",
    outcome: "not_applied",
    counts: "attempt",
  },
  {
    when: isNotUnderstood,
    code: "answer_not_understood",
    outcome: "refused",
    counts: "attempt",
  },
]

/** Words about the order only mean something where Walmart looked at the order. */
function couldBeAboutTheOrder(error: WalmartError): boolean {
  return error instanceof RefusedError || error instanceof UnknownOutcomeError
}
