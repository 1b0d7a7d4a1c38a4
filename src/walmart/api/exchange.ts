import type { AccessTokens, Clock } from "./access-token"
import { TOO_LATE } from "./connection"
import { errorOf } from "./error-by-status"
import { parseErrorBody } from "./errors/error-body"
import {
  type CallFacts,
  type CallRecord,
  NotSentError,
  ThrottledError,
  UnknownOutcomeError,
  UnreadableError,
} from "./errors/errors"
import { commonHeaders, type HeaderSettings } from "./headers"
import { type Transport, type TransportAnswer, TransportError, type TransportRequest } from "./http"
import {
  answeredAtMs,
  type Closed,
  type EndpointName,
  parseRateHeaders,
  type RateHeaders,
  type RateLimiter,
  type RateObservation,
  waitFromHeaders,
} from "./endpoint-limits"
import { jsonOf, redact } from "./errors/redact"
import { type FormFile, multipartOf } from "./multipart"
import { type Phrase, phrase } from "../words/phrase"

/** One call as the client asks for it. */
export interface Call {
  endpoint: EndpointName
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  path: string
  query?: Record<string, string | undefined>
  body?: object
  /** Sent in place of a body. */
  file?: FormFile
  /** Latest start of the request by the client's clock; counted from now when left out, see {@link ExchangeDeps.startWithinMs}. */
  startBy?: number
}

/** A readable 2xx answer. */
export interface Exchanged {
  json: unknown
  facts: CallFacts
}

/** What an exchange needs from outside. */
export interface ExchangeDeps {
  account: HeaderSettings & { id: string; clientSecret: string }
  transport: Transport
  tokens: AccessTokens
  limiter: RateLimiter
  newCorrelationId: () => string
  clock: Clock
  /**
   * Longest time from asking for a call to its request, in milliseconds. A request that starts later could still be applied
   * after the lease it was made under has ended.
   */
  startWithinMs: number
}

/**
 * Makes one call: token, limiter, request, and the answer judged by its status. Repeats nothing, with one exception: after a
 * 401, which the gateway gives before it processes anything, the call goes out once more with a new token
 * (docs/walmart-api.md, "Authentication and headers").
 */
export function createExchange(deps: ExchangeDeps): (call: Call) => Promise<Exchanged> {
  return async (call) => {
    const startBy = call.startBy ?? deps.clock() + deps.startWithinMs
    const first = await attempt(deps, call, startBy)
    if (first.answer.status !== 401) return judge(deps, call, first)
    deps.tokens.invalidate(first.token)
    return judge(deps, call, await attempt(deps, call, startBy))
  }
}

/** The part of the facts that is stored with an attempt. */
export function recordOf(facts: CallFacts): CallRecord {
  const { method, path, correlationId, status, durationMs, request, response } = facts
  return { method, path, correlationId, status, durationMs, request, response }
}

interface Attempt {
  token: string
  answer: TransportAnswer
  facts: CallFacts
}

async function attempt(deps: ExchangeDeps, call: Call, startBy: number): Promise<Attempt> {
  const token = await deps.tokens.get()
  const unsent = factsBefore(deps, call)
  const permit = await deps.limiter.take(call.endpoint)
  if (!permit.granted) {
    const about = { account: deps.account.id, endpoint: call.endpoint }
    const said = [phrase("throttled", CLOSED[permit.because], about)]
    throw new ThrottledError(said, { ...unsent, retryAfterMs: permit.waitMs })
  }
  const startedAt = deps.clock()
  const took = () => Math.max(0, deps.clock() - startedAt)
  const mayStart = () => deps.clock() <= startBy
  const request = requestOf(deps, call, token, unsent.correlationId)
  const sent = await deps.transport.send({ ...request, mayStart }).catch(async (error: unknown) => {
    if (error instanceof TransportError && error.code === TOO_LATE) throw tooLate(deps, unsent)
    await observe(deps, call, { ...NO_HEADERS, status: null, waitMs: null })
    throw failureOf(error, { ...unsent, durationMs: took() })
  })
  const answeredAt = answeredAtMs(sent.headers, deps.clock())
  const rate = parseRateHeaders(sent.headers, answeredAt)
  const waitMs = waitFromHeaders(rate, answeredAt)
  await observe(deps, call, { ...rate, status: sent.status, waitMs })
  const facts = factsAfter(deps, sent, token, { ...unsent, durationMs: took() })
  return { token, answer: sent, facts: { ...facts, retryAfterMs: waitMs } }
}

/** Why a call may not go now, in words. */
const CLOSED = {
  used_up: "message_used_up",
  asked: "message_asked",
  failing: "message_failing",
} as const satisfies Record<Closed, string>

/** Nothing was sent, and it is nobody's failure: this process, a token or the rate limit was not ready in time. */
function tooLate({ startWithinMs }: ExchangeDeps, facts: CallFacts): NotSentError {
  return new NotSentError([phrase("not_reachable", "message_late", { ms: startWithinMs })], facts)
}

function requestOf(
  { account }: ExchangeDeps,
  { method, path, query, body, file }: Call,
  token: string,
  correlationId: string
): TransportRequest {
  return {
    ...{ method, path, query },
    headers: { ...commonHeaders(account, correlationId), "WM_SEC.ACCESS_TOKEN": token },
    ...(file ? multipartOf(file) : { body: body === undefined ? undefined : JSON.stringify(body) }),
  }
}

const NO_HEADERS: RateHeaders = { tokensLeft: null, replenishAtMs: null, retryAfterMs: null }

async function observe(
  { limiter }: ExchangeDeps,
  call: Call,
  observation: RateObservation
): Promise<void> {
  // A bucket that missed one call is a little wrong; an outcome lost over it would leave an order in doubt.
  await limiter.observe(call.endpoint, observation).catch(() => undefined)
}

function factsBefore(deps: ExchangeDeps, call: Call): CallFacts {
  const query = new URLSearchParams(
    Object.entries(call.query ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]]
    )
  ).toString()
  return {
    method: call.method,
    path: query === "" ? call.path : `${call.path}?${query}`,
    correlationId: deps.newCorrelationId(),
    status: null,
    durationMs: 0,
    request: kept(call),
    response: null,
    details: [],
    snippet: null,
    retryAfterMs: null,
  }
}

/** Of a file its name: what it held is kept by whoever sent it. */
function kept({ body, file }: Call): CallFacts["request"] {
  if (file) return { file: file.name }
  return body === undefined ? null : redact(body)
}

function factsAfter(
  { account }: ExchangeDeps,
  answer: TransportAnswer,
  token: string,
  facts: CallFacts
): CallFacts {
  const secrets = [token, account.clientSecret]
  const response = redact(jsonOf(answer.text) ?? null, secrets)
  const isReadable = answer.status < 300 && response !== null
  const body = isReadable ? {} : parseErrorBody(answer.text, secrets)
  return { ...facts, ...body, status: answer.status, response }
}

function failureOf(error: unknown, facts: CallFacts): unknown {
  if (!(error instanceof TransportError)) return error
  const why = { why: error.message }
  return error.left
    ? new UnknownOutcomeError([phrase("outcome_unknown", "message_lost", why)], facts)
    : new NotSentError([phrase("not_reachable", "message", why)], facts)
}

function judge(deps: ExchangeDeps, call: Call, { answer, facts }: Attempt): Exchanged {
  if (answer.status < 200 || answer.status > 299) throw errorOf(deps.account.id, call, facts)
  const json = jsonOf(answer.text)
  if (json === undefined || json === null) {
    const said = [phrase("answer_not_json", "message", { status: answer.status })]
    throw unreadableAnswer(call, said, facts)
  }
  return { json, facts }
}

/** A 2xx that cannot be understood: after a write it may have been applied, after a read nothing has happened. */
export function unreadableAnswer(call: Pick<Call, "method">, said: Phrase[], facts: CallFacts) {
  return call.method === "GET"
    ? new UnreadableError(said, facts)
    : new UnknownOutcomeError(said, facts)
}
