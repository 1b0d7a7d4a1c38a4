import axios, { type AxiosResponse } from "axios"
import { guardedRequests, readyAgents, TOO_LATE } from "./connection"

/** One HTTP request as the transport takes it. */
export interface TransportRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** Begins with `/`; a query in it is sent as it is. */
  path: string
  /** Appended percent-encoded; undefined values are left out. */
  query?: Record<string, string | undefined>
  headers: Record<string, string>
  /** Already serialised. */
  body?: string
  /** Defaults to `application/json`. */
  contentType?: string
  /** Asked once, when the connection is there, right before the first byte is written: false gives the request up. */
  mayStart?: () => boolean
}

/** Any answer that arrived completely, whatever its status; redirects are not followed. */
export interface TransportAnswer {
  status: number
  /** Lower-case names. */
  headers: Record<string, string>
  text: string
}

/** Sends one request and never repeats it. Rejects only with {@link TransportError}. */
export interface Transport {
  send(request: TransportRequest): Promise<TransportAnswer>
}

/**
 * No complete answer arrived. `left` is false only when the request surely never reached the server.
 * Carries neither the request nor axios's error, because both hold the access token.
 */
export class TransportError extends Error {
  constructor(
    /** Node's or axios's error code, such as `ECONNREFUSED`; `TIMEOUT` and `BODY_TOO_LARGE` for our own limits. */
    readonly code: string,
    readonly left: boolean
  ) {
    super(`${left ? "no complete answer arrived" : "no connection could be made"} (${code})`)
    this.name = "TransportError"
  }
}

/** Settings of one transport. */
export interface TransportOptions {
  baseUrl: string
  /** Hard limit for a whole call, from the first packet to the last byte of the answer. */
  timeoutMs: number
  /** Largest decompressed answer that is read. */
  maxBodyBytes: number
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Certificate not accepted, so no request was written. */
const CERTIFICATE_CODES =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_CERT)/

/** No common protocol, or the connection closed during the handshake; Node tells this only in the message. */
const HANDSHAKE_MESSAGES =
  /before secure TLS connection was established|wrong version number|unsupported protocol|no protocols available|alert protocol version|handshake failure/

/** Node refused to build the request at all. */
const UNBUILDABLE = new Set(["ERR_INVALID_CHAR", "ERR_INVALID_URL", "ERR_UNESCAPED_CHARACTERS"])

/**
 * The only door to the network. No proxy from the environment, no redirects, no retries, no transformation of bodies.
 * @throws Error at once when `baseUrl` is not https (plain http is accepted for loopback hosts only).
 */
export function createTransport(options: TransportOptions): Transport {
  const base = checkedBaseUrl(options.baseUrl)
  // The class, not axios.create: defaults that a store sets on the shared instance must not leak in.
  const http = new axios.Axios({
    ...readyAgents(options.timeoutMs),
    maxRedirects: 0,
    maxContentLength: options.maxBodyBytes,
    proxy: false,
    responseType: "text",
    validateStatus: () => true,
  })
  return {
    async send(request) {
      const deadline = AbortSignal.timeout(options.timeoutMs)
      try {
        return plainAnswer(
          await http.request<string>({
            method: request.method,
            url: base + request.path + queryString(request.query),
            headers: { ...request.headers, "Content-Type": request.contentType ?? JSON_TYPE },
            data: request.body,
            signal: deadline,
            transport: guardedRequests(request.mayStart ?? always),
          })
        )
      } catch (error) {
        throw asTransportError(error, deadline.aborted)
      }
    },
  }
}

const JSON_TYPE = "application/json"

function always(): boolean {
  return true
}

const EXAMPLE_URL = "https://marketplace.walmartapis.com"

/** An address that no call may be made with; the message says why, never with a user or password in it. */
export class BaseUrlError extends Error {}

/**
 * The base URL as calls are made with it.
 * @throws BaseUrlError
 */
export function checkedBaseUrl(baseUrl: string): string {
  const address = checkedAddress(baseUrl)
  if (!/(^|\/)v3(\/|$)/.test(new URL(address).pathname)) return address
  throw new BaseUrlError(
    `Walmart base URL "${baseUrl}" must end before the path /v3, which every call adds automatically.`
  )
}

/**
 * An address that takes secrets, without a trailing slash.
 * @throws BaseUrlError unless it is https, or plain http on this machine, without user, password, query and fragment
 */
export function checkedAddress(given: string): string {
  if (!URL.canParse(given)) {
    throw new BaseUrlError(
      `Walmart base URL is not a URL, write it with scheme and host, such as ${EXAMPLE_URL}.`
    )
  }
  const url = new URL(given)
  if (url.username || url.password || url.search || url.hash) {
    throw new BaseUrlError(
      `Walmart base URL for ${url.host} must not hold a user, password, query or fragment.`
    )
  }
  const isSafe =
    url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.test(url.hostname))
  if (!isSafe) {
    throw new BaseUrlError(
      `Walmart base URL "${given}" must begin with https:// (plain http is accepted for localhost only), because every call carries credentials.`
    )
  }
  return url.origin + url.pathname.replace(/\/+$/, "")
}

function queryString(query: TransportRequest["query"]): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encode(name)}=${encode(value)}`]
  )
  return pairs.length > 0 ? `?${pairs.join("&")}` : ""
}

/** Walmart wants `! ' ( ) *` encoded too (OAS-inventory). */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
  )
}

function plainAnswer(response: AxiosResponse<string>): TransportAnswer {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(response.headers)) {
    headers[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : String(value)
  }
  return { status: response.status, headers, text: response.data ?? "" }
}

interface Failure {
  code?: unknown
  syscall?: unknown
  message?: unknown
  errors?: unknown
  cause?: unknown
}

function asTransportError(error: unknown, isPastDeadline: boolean): TransportError {
  const outer = error as Failure
  const inner = (outer.cause ?? outer) as Failure
  const code = String(inner.code ?? outer.code ?? "UNKNOWN")
  if (code === TOO_LATE || neverConnected(inner, code)) return new TransportError(code, false)
  if (isPastDeadline) return new TransportError("TIMEOUT", true)
  const isTooLarge = String(outer.message).startsWith("maxContentLength")
  return new TransportError(isTooLarge ? "BODY_TOO_LARGE" : code, true)
}

/** In doubt the answer is no: a connection that was up may have carried the request. */
function neverConnected(failure: Failure, code: string): boolean {
  const attempts = Array.isArray(failure.errors) ? (failure.errors as Failure[]) : [failure]
  const isUnreachable = attempts.every(
    ({ syscall }) => syscall === "connect" || syscall === "getaddrinfo"
  )
  const isHandshake =
    CERTIFICATE_CODES.test(code) || HANDSHAKE_MESSAGES.test(String(failure.message))
  return isUnreachable || isHandshake || UNBUILDABLE.has(code)
}
