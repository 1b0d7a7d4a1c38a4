import { english, type Phrase, verbatim } from "../../words/phrase"

/** One error entry of a Walmart answer, whatever of the four documented shapes it came in. */
export interface WalmartErrorDetail {
  /** `INVALID_REQUEST_CONTENT.GMP_ORDER_API`, or empty when Walmart sent none. */
  code: string
  field: string | null
  description: string
}

/**
 * One call to Walmart as it may be stored and shown: no headers, no tokens, no personal data
 * (addresses, phones and e-mails are removed from both bodies).
 */
export interface CallRecord {
  method: string
  /** Path with its query, without the host. */
  path: string
  correlationId: string
  /** HTTP status, null when no answer arrived. */
  status: number | null
  durationMs: number
  /** Redacted JSON body that was sent, null when there was none. */
  request: unknown
  /** Redacted JSON body of the answer, null when there was none or it was not JSON. */
  response: unknown
}

/** What is known of a call that did not succeed. Never holds headers or tokens. */
export interface CallFacts extends CallRecord {
  details: WalmartErrorDetail[]
  /** Redacted beginning of the answer's body. */
  snippet: string | null
  /** Database-independent wait in milliseconds that Walmart asked for, null when it did not. */
  retryAfterMs: number | null
}

/** Facts of a failure that belongs to no call, such as a document that cannot be parsed. */
export const NO_CALL: CallFacts = {
  method: "",
  path: "",
  correlationId: "",
  status: null,
  durationMs: 0,
  request: null,
  response: null,
  details: [],
  snippet: null,
  retryAfterMs: null,
}

/** Base of everything the Walmart client throws. Never has a `cause`: the causes hold headers, hence tokens. */
export class WalmartError extends Error {
  /** What went wrong, as sentences that a screen may translate. */
  readonly said: Phrase[]

  /** @param said sentences, or a text that stays as it is in every language */
  constructor(
    said: string | Phrase[],
    readonly facts: CallFacts
  ) {
    const phrases = typeof said === "string" ? verbatim(said) : said
    super(english(phrases))
    this.said = phrases
    this.name = new.target.name
  }
}

/** The request surely never reached Walmart: connection refused, DNS, TLS, or no token could be had in time. */
export class NotSentError extends WalmartError {}

/** The store is about to end: nothing more is asked for, and the next process continues. */
export class StoppedError extends WalmartError {}

/**
 * The request may have been applied: timeout or reset after it left, a 5xx, a 400 or 403 that names nothing of the request, or a
 * 2xx whose body cannot be read.
 */
export class UnknownOutcomeError extends WalmartError {}

/**
 * 429: rejected at the gateway, so not applied (docs/walmart-api.md, "Rate limits"); also 423, and our own limiter (then
 * `facts.status` is null).
 */
export class ThrottledError extends WalmartError {}

/** The account can do nothing: 400/401/403 from the token call, 401 after a renewed token, 403 for its orders. */
export class AccountError extends WalmartError {}

/** 403 for anything but orders: the key may not use this area, and only what needs it waits. Nothing was applied. */
export class ForbiddenError extends WalmartError {}

/** 404 for a single order or SKU. */
export class NotFoundError extends WalmartError {}

/** Any other 4xx: Walmart refused the request; only the order's state shows why (docs/walmart-api.md, "Errors"). */
export class RefusedError extends WalmartError {}

/** Walmart answered a read with something the plugin cannot understand; nothing may be sent on its ground. */
export class UnreadableError extends WalmartError {}

/** Whether Walmart answered a read with a document that cannot be understood; a gateway's page, which is none, passes. */
export function isNotUnderstood(error: unknown): error is UnreadableError {
  return error instanceof UnreadableError && error.facts.response !== null
}
