import { parseErrorBody } from "./errors/error-body"
import {
  AccountError,
  type CallFacts,
  NO_CALL,
  NotSentError,
  ThrottledError,
} from "./errors/errors"
import { commonHeaders, type HeaderSettings } from "./headers"
import { type Transport, type TransportAnswer, TransportError } from "./http"
import { answeredAtMs, parseRateHeaders, waitFromHeaders } from "./endpoint-limits"
import { jsonOf } from "./errors/redact"
import { phrase } from "../words/phrase"

/** Milliseconds since the epoch. */
export type Clock = () => number

/** Path of the token call; a failure with this path in its facts means that the real call was never tried. */
export const TOKEN_PATH = "/v3/token"

/** Key pair of one account; sandbox and production have separate ones (docs/walmart-api.md, "Authentication and headers"). */
export interface Credentials extends HeaderSettings {
  accountId: string
  clientId: string
  clientSecret: string
}

/** Source of access tokens of one account. */
export interface AccessTokens {
  /**
   * A token valid for at least the margin. Callers that come while one is fetched share it, and share a failure for 2 s or as
   * long as Walmart asks to wait.
   * @throws AccountError when Walmart does not accept the credentials
   * @throws ThrottledError on 429
   * @throws NotSentError on everything else: no call can be made without a token
   */
  get(): Promise<string>
  /**
   * Fetches a new token, which proves that the credentials still work: a kept one outlives them by up to a quarter of an hour. Shares a
   * fetch that is under way and a recent failure, as `get` does; a failure leaves the kept token as it was.
   */
  renew(): Promise<string>
  /** Forgets this token; another one that was fetched in the meantime is kept. */
  invalidate(token: string): void
}

/** What access tokens are made from. */
export interface AccessTokenOptions {
  transport: Transport
  credentials: Credentials
  clock: Clock
  newCorrelationId: () => string
  /** How long before its end a token is replaced; at most half of its life. */
  marginMs?: number
}

interface Token {
  value: string
  renewAtMs: number
}

const MARGIN_MS = 120_000

/** How long at least a failure is given to everyone who asks, so that a backlog of orders does not become a storm of token calls. */
const COOL_DOWN_MS = 2_000

/** Walmart's documented lifetime (OAS-authentication), used when the answer does not say. */
const LIFETIME_MS = 900_000

/** Keeps one token per account in memory and renews it early, one request at a time. */
export function createAccessTokens(options: AccessTokenOptions): AccessTokens {
  let current: Token | null = null
  let pending: Promise<Token> | null = null
  let failure: { error: unknown; untilMs: number } | null = null

  const fetchShared = (): Promise<Token> => {
    pending ??= fetchToken(options)
      .then((token) => (current = token))
      .catch((error: unknown) => {
        failure = { error, untilMs: options.clock() + coolDownOf(error) }
        throw error
      })
      .finally(() => (pending = null))
    return pending
  }
  const renew = async (): Promise<string> => {
    if (failure !== null && options.clock() < failure.untilMs) throw failure.error
    return (await fetchShared()).value
  }
  return {
    async get() {
      if (current !== null && options.clock() < current.renewAtMs) return current.value
      return renew()
    },
    renew,
    invalidate(token) {
      if (current?.value === token) current = null
    },
  }
}

/** Every answer says when the allowance is full again; only after a 429 must that be waited for. */
function coolDownOf(error: unknown): number {
  const asked = error instanceof ThrottledError ? error.facts.retryAfterMs : null
  return Math.max(COOL_DOWN_MS, asked ?? 0)
}

async function fetchToken(options: AccessTokenOptions): Promise<Token> {
  const { clock, credentials } = options
  const startedAt = clock()
  const correlationId = options.newCorrelationId()
  const facts = { ...NO_CALL, method: "POST", path: TOKEN_PATH, correlationId }
  const took = () => Math.max(0, clock() - startedAt)
  const answer = await requestToken(options, correlationId).catch((error: unknown) => {
    if (!(error instanceof TransportError)) throw error
    const about = { account: credentials.accountId, why: error.message }
    const said = [phrase("token_unavailable", "message_unreachable", about)]
    throw new NotSentError(said, { ...facts, durationMs: took() })
  })
  const known = { ...facts, durationMs: took(), status: answer.status }
  if (answer.status !== 200)
    throw refusal(credentials, answer, known, answeredAtMs(answer.headers, clock()))
  return readToken(credentials, answer, known, {
    startedAt,
    marginMs: options.marginMs ?? MARGIN_MS,
  })
}

function requestToken(
  { transport, credentials }: AccessTokenOptions,
  correlationId: string
): Promise<TransportAnswer> {
  const pair = `${credentials.clientId}:${credentials.clientSecret}`
  return transport.send({
    method: "POST",
    path: TOKEN_PATH,
    headers: {
      ...commonHeaders(credentials, correlationId),
      Authorization: `Basic ${Buffer.from(pair).toString("base64")}`,
    },
    contentType: "application/x-www-form-urlencoded",
    body: "grant_type=client_credentials",
  })
}

function refusal(
  credentials: Credentials,
  answer: TransportAnswer,
  known: CallFacts,
  nowMs: number
): AccountError | ThrottledError | NotSentError {
  const retryAfterMs = waitFromHeaders(parseRateHeaders(answer.headers, nowMs), nowMs)
  const body = parseErrorBody(answer.text, secretsOf(credentials))
  const facts = { ...known, ...body, retryAfterMs }
  const { clientId, accountId: account } = credentials
  const { status } = answer
  // Bad credentials have been answered with 400 as well as 401 (docs/walmart-api.md, "Authentication and headers").
  if ([400, 401, 403].includes(status)) {
    const pair = { clientId, account, status }
    return new AccountError([phrase("credentials_refused", "message_pair", pair)], facts)
  }
  if (status === 429) {
    return new ThrottledError([phrase("throttled", "message_token", { account })], facts)
  }
  return new NotSentError([phrase("token_unavailable", "message", { account, status })], facts)
}

function readToken(
  credentials: Credentials,
  answer: TransportAnswer,
  known: CallFacts,
  { startedAt, marginMs }: { startedAt: number; marginMs: number }
): Token {
  const body = jsonOf(answer.text)
  const { access_token: value, expires_in: seconds } = (body ?? {}) as Record<string, unknown>
  if (typeof value !== "string" || value === "") {
    const about = { account: credentials.accountId }
    throw new NotSentError([phrase("token_unavailable", "message_empty", about)], known)
  }
  const lifetimeMs = Number(seconds) > 0 ? Number(seconds) * 1000 : LIFETIME_MS
  return { value, renewAtMs: startedAt + lifetimeMs - Math.min(marginMs, lifetimeMs / 2) }
}

/** Texts that must never appear in an error, even when the server echoes them. */
function secretsOf({ clientId, clientSecret }: Credentials): string[] {
  return [clientSecret, Buffer.from(`${clientId}:${clientSecret}`).toString("base64")]
}
