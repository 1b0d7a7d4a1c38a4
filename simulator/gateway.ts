import { authenticateBasic, authenticateToken, authorize } from "./gateway/auth"
import type { Call, Route } from "./gateway/call"
import { errorBody, Refusal, refusal } from "./wire/errors"
import { underFault } from "./gateway/fault-effects"
import { header, MAX_BODY_BYTES, type Answer, type Incoming, type Outcome } from "./wire/http"
import { MARKETS, type Market } from "./wire/markets"
import { multipartParts } from "./wire/multipart"
import { findRoute } from "./routes"
import type { SeenRequest } from "./state/seen"
import type { World } from "./state/state"

/** Scopes of what the world remembers as it was before its last change. */
const REMEMBERED: Route["scope"][] = ["orders", "returns"]

/** Answers one `/v3` call: headers, token, scope, rate limit, fault, then the endpoint itself. */
export async function answerGateway(
  world: World,
  incoming: Incoming,
  seen: SeenRequest
): Promise<Outcome> {
  let limits: Record<string, string> = {}
  try {
    const { route, pathId } = findRoute(incoming.method, incoming.url)
    limits = world.limiter.peek("anonymous", route.endpoint, route.bucket)
    const call = admit(world, incoming, route, pathId)
    const { allowed, headers } = world.limiter.spend(
      call.seller.sellerId,
      route.endpoint,
      route.bucket
    )
    limits = headers
    if (!allowed) throw tooMany()
    return withHeaders(await runUnderFaults(call, route, seen), limits)
  } catch (error) {
    return withHeaders(answerError(world, error), limits)
  }
}

/** The answer to a refused call; anything that is not a refusal is the simulator's own fault and says so. */
export function answerError(world: World, error: unknown): Answer {
  if (error instanceof Refusal) {
    return { status: error.status, body: errorBody(error, world.options.errorShape) }
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`simulator: ${text.replace(/[\s\p{Cc}]+/gu, " ")}\n`)
  return { status: 500, body: { error: [{ code: "SIMULATOR_BUG", description: text }] } }
}

/** A body as it was sent: parsed JSON, or null when it is none. For the list of requests and the record. */
export function looseBody(incoming: Incoming): unknown {
  if (!incoming.text) return null
  const type = header(incoming.headers, "content-type") ?? ""
  if (type.includes("multipart")) return multipartParts(type, incoming.text)
  if (type.includes("form")) return Object.fromEntries(new URLSearchParams(incoming.text))
  try {
    return JSON.parse(incoming.text)
  } catch (error) {
    if (error instanceof SyntaxError) return incoming.text
    throw error
  }
}

function admit(world: World, incoming: Incoming, route: Route, pathId: string): Call {
  checkHeaders(world, incoming)
  const market = marketOf(incoming, route)
  const isRead = incoming.method === "GET"
  const { credential, token } =
    route.body === "form"
      ? { credential: authenticateBasic(world, incoming.headers), token: null }
      : authenticateToken(world, incoming.headers)
  authorize(credential, route.scope, isRead)
  return {
    world,
    seller: world.seller(credential.sellerId),
    credential,
    market,
    token,
    query: incoming.url.searchParams,
    body: readBody(incoming, route),
    pathId,
    isStale: false,
  }
}

/** Rules G4 to G6. */
function checkHeaders(world: World, { headers }: Incoming): void {
  for (const name of ["WM_QOS.CORRELATION_ID", "WM_SVC.NAME"]) {
    if (header(headers, name.toLowerCase())) continue
    throw refusal(400, "gateway", "MISSING_REQUEST_HEADER", `${name} is missing`, name)
  }
  if (world.options.freshCorrelationIds) {
    checkCorrelation(world, header(headers, "wm_qos.correlation_id") ?? "")
  }
  if (!header(headers, "accept")?.includes("application/json")) {
    throw refusal(406, "gateway", "INVALID_ACCEPT_TYPE", "Accept application/json", "Accept")
  }
}

/** The market of a call (rule G13): the Global API of all but the US needs its version, and some calls are not offered everywhere. */
function marketOf({ headers }: Incoming, route: Route): Market {
  const named = header(headers, "wm_market") ?? "us"
  const market = MARKETS.find((candidate) => candidate === named)
  if (!market) {
    const text = `WM_MARKET: "${named}" is not one of ${MARKETS.join(", ")}`
    throw refusal(400, "gateway", "INVALID_REQUEST_HEADER", text, "WM_MARKET")
  }
  const version = header(headers, "wm_global_version")
  const isWrong = version === null ? market !== "us" : version !== "3.1"
  if (isWrong && route.body !== "form") {
    const text = "WM_GLOBAL_VERSION must be 3.1"
    throw refusal(400, "gateway", "INVALID_REQUEST_HEADER", text, "WM_GLOBAL_VERSION")
  }
  if (!route.markets || route.markets.includes(market)) return market
  throw refusal(400, "gateway", "INVALID_REQUEST", `This call is not offered in ${market}`)
}

/** A correlation id counts as used even when the call is refused later. */
function checkCorrelation(world: World, id: string): void {
  if (world.correlationIds.has(id)) {
    const text = `WM_QOS.CORRELATION_ID ${id} was used for another call`
    throw refusal(400, "gateway", "INVALID_REQUEST_HEADER", text, "WM_QOS.CORRELATION_ID")
  }
  world.correlationIds.add(id)
}

const CONTENT_TYPES = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
}

/** Rule G7. */
function readBody(incoming: Incoming, route: Route): unknown {
  const isFeed = route.body === "multipart"
  if (incoming.text === null || (!isFeed && Buffer.byteLength(incoming.text) > MAX_BODY_BYTES)) {
    throw refusal(413, "gateway", "PAYLOAD_TOO_LARGE", "The body is larger than 1 MB")
  }
  if (incoming.text === "") return undefined
  if (route.body === "none") {
    throw refusal(400, "gateway", "INVALID_REQUEST_CONTENT", "This call takes no body")
  }
  const type = header(incoming.headers, "content-type") ?? ""
  if (!type.startsWith(CONTENT_TYPES[route.body])) {
    const text = `Content-Type must be ${CONTENT_TYPES[route.body]}, not "${type}"`
    throw refusal(415, "gateway", "INVALID_CONTENT_TYPE", text, "Content-Type")
  }
  if (isFeed) return multipartParts(type, incoming.text) ?? undefined
  return route.body === "form" ? new URLSearchParams(incoming.text) : parseJson(incoming.text)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw refusal(400, "gateway", "MALFORMED_REQUEST_CONTENT", error.message)
  }
}

async function runUnderFaults(call: Call, route: Route, seen: SeenRequest): Promise<Outcome> {
  const { world, pathId } = call
  const isOrder = route.endpoint.startsWith("orders.") && pathId !== ""
  const fault = world.faults.take({
    endpoint: route.endpoint,
    purchaseOrderId: isOrder ? pathId : null,
    isRead: route.method === "GET" && REMEMBERED.includes(route.scope),
    writtenAt: isOrder ? world.lastWriteOf(pathId) : world.writeSerial,
  })
  if (!fault) return route.handler(call)
  seen.fault = fault.kind
  call.isStale = fault.kind === "stale_read"
  return underFault(world, fault, () => settle(world, call, route))
}

/** The endpoint's answer, a refusal included; never rejects. */
async function settle(world: World, call: Call, route: Route): Promise<Answer> {
  try {
    return await route.handler(call)
  } catch (error) {
    return answerError(world, error)
  }
}

function tooMany(): Refusal {
  const text = "Too many requests: the threshold of this endpoint is reached"
  return refusal(429, "gateway", "REQUEST_THRESHOLD_VIOLATED", text, "REQUEST_THRESHOLD")
}

/** A 429 by a fault that names headers has those only, so that an answer without a replenish time can be had. */
function withHeaders(outcome: Outcome, limits: Record<string, string>): Outcome {
  if (outcome === "drop" || (outcome.status === 429 && outcome.headers)) return outcome
  return { ...outcome, headers: { ...limits, ...outcome.headers } }
}
