import { reasonGiven } from "./error-body"
import type { CallFacts, WalmartErrorDetail } from "./errors"

type Answered = Pick<CallFacts, "status" | "details" | "snippet" | "response">

/**
 * Whether a 400 or 403 says nothing about the request: a gateway's page, an empty body, "Invalid Request" without a field, or an
 * order system that does not answer. Walmart has answered all requests so during outages
 * (docs/walmart-api.md, "Outages"), so the same request may be right a little later; whether it was applied shows only when
 * the order is read.
 */
export function isOutage(facts: Answered): boolean {
  if (facts.status !== 400 && facts.status !== 403) return false
  if (isPage(facts)) return true
  if (facts.status === 403) return false
  if (facts.details.length > 0) return facts.details.every(namesNothing)
  return namesNothing({ code: "", field: null, description: reasonGiven(facts) ?? "" })
}

function isPage({ details, snippet, response }: Answered): boolean {
  return response === null && details.length === 0 && snippet !== null && snippet.startsWith("<")
}

/** Words of a system behind Walmart's API that failed, whatever code comes with them. */
const BROKEN_SYSTEM =
  /unknown error (has )?occurr?ed|communicating.?with|\b[or]ms server|downstream|internal (server )?error|system error|unavailable|timed? ?out|(try|retry) again later/i

/** Codes, without the service's suffix, that say that something is wrong and not what. */
const BARE_CODES = new Set([
  "",
  "400",
  "BAD_REQUEST",
  "ERROR",
  "INVALID_REQUEST",
  "INVALID_SYSTEM_STATE",
  "SYSTEM_ERROR",
])

/** Texts that repeat the code, in lower case and without anything but letters. */
const BARE_TEXTS = new Set([
  "",
  "badrequest",
  "error",
  "invalid",
  "invalidrequest",
  "null",
  "requestinvalid",
  "requestisinvalid",
])

function namesNothing({ code, field, description }: WalmartErrorDetail): boolean {
  if (BROKEN_SYSTEM.test(description) || BROKEN_SYSTEM.test(code)) return true
  const [kind] = code.split(".")
  return (
    BARE_CODES.has(kind.trim().toUpperCase().replaceAll(" ", "_")) &&
    (field === null || field.toLowerCase() === "data") &&
    BARE_TEXTS.has(description.toLowerCase().replace(/[^a-z]/g, ""))
  )
}
