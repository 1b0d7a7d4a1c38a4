import { phrase } from "../words/phrase"
import { noAccess } from "./check-scopes"
import type { EndpointName } from "./endpoint-limits"
import { isOutage } from "./errors/outage"
import { reasonGiven } from "./errors/error-body"
import {
  type CallFacts,
  NotFoundError,
  RefusedError,
  ThrottledError,
  UnknownOutcomeError,
  type WalmartError,
} from "./errors/errors"

/** Wait for a locked resource when Walmart names none (423, up to an hour: docs/walmart-api.md, "Errors"). */
const LOCKED_WAIT_MS = 60_000

/** The call that an answer is of. */
export interface AnsweredCall {
  endpoint: EndpointName
  path: string
}

/** What an answer with a status that is no success means: whether the call was applied, and whether it may be made again. Pure. */
export function errorOf(account: string, call: AnsweredCall, facts: CallFacts): WalmartError {
  const status = facts.status ?? 0
  const said = reasonGiven(facts) ?? "no reason given"
  const about = { account, endpoint: call.endpoint, status, said }
  if (isOutage(facts)) {
    return new UnknownOutcomeError([phrase("walmart_outage", "message", about)], facts)
  }
  switch (status) {
    case 401:
    case 403:
      return noAccess(about, facts)
    case 404:
      return new NotFoundError([phrase("not_found", "message", { path: call.path, said })], facts)
    case 423:
      return new ThrottledError([phrase("locked", "message", {})], {
        ...facts,
        retryAfterMs: facts.retryAfterMs ?? LOCKED_WAIT_MS,
      })
    case 429:
      return new ThrottledError([phrase("throttled", "message", about)], facts)
  }
  // 408 is given by balancers that may have passed the request on already.
  if (status >= 400 && status < 500 && status !== 408) {
    return new RefusedError([phrase("refused", "message", about)], facts)
  }
  return new UnknownOutcomeError([phrase("outcome_unknown", "message", about)], facts)
}
