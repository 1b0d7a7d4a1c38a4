import { TOKEN_PATH } from "../api/access-token"
import {
  AccountError,
  NotFoundError,
  NotSentError,
  RefusedError,
  ThrottledError,
  UnknownOutcomeError,
  UnreadableError,
  WalmartError,
} from "../api/errors/errors"
import { clampWaitMs } from "../api/rate-limit"
import { refusalTextFor } from "./refusal-texts"

/**
 * What a failure means for the update that was being sent:
 * `refused` Walmart said no, or said something that forbids to go on; read the order, then a person;
 * `unknown` may have been applied; wait for the settle time, read the order, decide;
 * `not_applied` surely not applied; try again later;
 * `throttled` surely not applied; try again when allowed;
 * `account` nothing of this account can be sent until somebody sees to its keys.
 */
export type Outcome = "refused" | "unknown" | "not_applied" | "throttled" | "account"

/** A failure in words for a shop assistant. */
export interface Explanation {
  /** Stable, for filters and translations. */
  code: string
  /** What is wrong, with Walmart's own words where there are any. */
  message: string
  /** What to do now. */
  remedy: string
}

/**
 * What a failure says about the update: `attempt` a call was made for it and failed; `failure` none could be made, which may not
 * last for ever either; `none` nothing, as with throttling, account trouble and a missing token.
 */
export type Counts = "attempt" | "failure" | "none"

/** A failure as the queue acts on it. */
export interface Classification {
  outcome: Outcome
  code: string
  message: string
  counts: Counts
  /** True when no order of the account can get further: its keys, or the token service. */
  holdsAccount: boolean
  /** Milliseconds that Walmart or our limiter asked to wait, null when the back-off decides. */
  waitMs: number | null
}

/** Says in words what went wrong and what to do. Accepts anything that was thrown. */
export function explain(error: unknown): Explanation {
  if (!(error instanceof WalmartError)) return UNEXPECTED
  const known = couldBeAboutTheOrder(error) ? error.facts.details.find(refusalTextFor) : undefined
  const refusal = known && refusalTextFor(known)
  if (known && refusal) {
    const said = known.description || known.code
    return {
      code: refusal.code,
      message: `${refusal.cause} Walmart says: "${said}".`,
      remedy: refusal.remedy,
    }
  }
  const { code, remedy } = ruleFor(error)
  return { code, message: error.message, remedy }
}

/** Turns anything that was thrown around a call into what the queue does next. Foreign errors count as unknown. */
export function classify(error: unknown): Classification {
  const { code, message } = explain(error)
  if (!(error instanceof WalmartError)) {
    return {
      outcome: "unknown",
      code,
      message,
      counts: "failure",
      holdsAccount: false,
      waitMs: null,
    }
  }
  const { outcome, counts } = ruleFor(error)
  const asked = outcome === "refused" ? null : error.facts.retryAfterMs
  const waitMs = asked === null ? null : clampWaitMs(asked)
  return { outcome, code, message, counts, holdsAccount: holds(error, outcome), waitMs }
}

/** Without a token no order gets anywhere, so that asking for one with every order would only be hammering. */
function holds({ facts }: WalmartError, outcome: Outcome): boolean {
  return outcome === "account" || facts.path === TOKEN_PATH
}

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
  code: string
  outcome: Outcome
  counts: Counts
  remedy: string
}

/** The thrown text is left out: it may hold anything. */
const UNEXPECTED: Explanation = {
  code: "unexpected",
  message: "Something failed inside the plugin while this was being sent.",
  remedy: "It is retried automatically. If this persists, look at the server's log and report it.",
}

const BY_ITSELF = "Nothing to do: it is retried automatically."

function ruleFor(error: WalmartError): Rule {
  return RULES.find(({ when }) => when(error)) ?? UNKNOWN_OUTCOME
}

const UNKNOWN_OUTCOME: Rule = {
  code: "outcome_unknown",
  outcome: "unknown",
  counts: "attempt",
  remedy:
    "Nothing to do: the order is read again first, and only what is missing at Walmart is sent.",
}

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
    remedy: BY_ITSELF,
  },
  {
    when: (error) => error instanceof ThrottledError,
    code: "throttled",
    outcome: "throttled",
    counts: "none",
    remedy: BY_ITSELF,
  },
  {
    when: (error) => error instanceof AccountError && error.facts.status === 403,
    code: "permission_missing",
    outcome: "account",
    counts: "none",
    remedy:
      "Give the account's key full access to orders and inventory in Walmart's developer portal, then test the connection.",
  },
  {
    when: (error) => error instanceof AccountError,
    code: "credentials_refused",
    outcome: "account",
    counts: "none",
    remedy:
      "Check client id and secret of the account in the plugin's options, then test the connection.",
  },
  {
    when: (error) => error instanceof NotSentError && error.facts.path === TOKEN_PATH,
    code: "token_unavailable",
    outcome: "not_applied",
    counts: "none",
    remedy: BY_ITSELF,
  },
  {
    when: (error) => error instanceof NotSentError,
    code: "not_reachable",
    outcome: "not_applied",
    counts: "failure",
    remedy: `${BY_ITSELF} If it stays, check this server's network and the account's base URL.`,
  },
  {
    when: isOutageAnswer,
    code: "walmart_outage",
    outcome: "unknown",
    counts: "attempt",
    remedy:
      "Nothing to do: it is retried automatically for as long as an outage may last, each time after reading the order. If that is not enough, you are asked.",
  },
  {
    when: (error) => error instanceof NotFoundError,
    code: "not_found",
    outcome: "refused",
    counts: "attempt",
    remedy: "Check that the order or SKU belongs to this account and market, then retry.",
  },
  {
    when: (error) => error instanceof RefusedError,
    code: "refused",
    outcome: "refused",
    counts: "attempt",
    remedy: "Read Walmart's words, refresh the order, correct what they name, then retry.",
  },
  {
    // Not JSON at all is a gateway's page, which passes; a document we do not understand does not.
    when: (error) => error instanceof UnreadableError && error.facts.response === null,
    code: "answer_not_json",
    outcome: "not_applied",
    counts: "attempt",
    remedy: BY_ITSELF,
  },
  {
    when: (error) => error instanceof UnreadableError,
    code: "answer_not_understood",
    outcome: "refused",
    counts: "attempt",
    remedy:
      "Nothing was sent. Look at the order in Seller Center; report the value named here, since the plugin does not know it.",
  },
]

/** Words about the order only mean something where Walmart looked at the order. */
function couldBeAboutTheOrder(error: WalmartError): boolean {
  return error instanceof RefusedError || error instanceof UnknownOutcomeError
}
