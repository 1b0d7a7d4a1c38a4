import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { authenticateToken } from "./gateway/auth"
import { runControl, runDue } from "./control/control"
import { refusal } from "./wire/errors"
import { answerError, answerGateway, looseBody } from "./gateway"
import { header, readRequest, send, type Answer, type Incoming, type Outcome } from "./wire/http"
import { Recorder, redact } from "./state/record"
import { simulateDelivery, simulateOrder } from "./control/simulations"
import type { LedgerEntry, SeenRequest } from "./state/seen"
import { World } from "./state/state"

export type { LedgerEntry, SeenRequest } from "./state/seen"
export type { Fault } from "./state/faults"
export type { Options } from "./state/options"
export type { Order } from "./state/order"

/** Where to listen (0 picks a free port), and a file for the traffic. */
export interface SimulatorOptions {
  port: number
  recordTo?: string
  /** Also holds calls to rules that no source says Walmart has, as a check of a client's care; see RULES.md. */
  ownRules?: boolean
}

/** The control API for tests in the same process; the HTTP one does the same. */
export interface SimulatorControl {
  /** `POST /v1/simulations/orders` */
  createOrder(body: unknown): { purchaseOrderId: string; customerOrderId: string }
  ledger(purchaseOrderId?: string): LedgerEntry[]
  requests(pathPrefix?: string): SeenRequest[]
  /** any command under `/__control/`, e.g. `run("POST", "faults", {…})`; throws when it is refused; `webhooks/deliver` is a promise */
  run(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): unknown
}

/** A running simulator. `close` cuts every open connection. */
export interface Simulator {
  url: string
  port: number
  control: SimulatorControl
  close(): Promise<void>
}

/** Starts a simulated Walmart on 127.0.0.1; rejects when the port is taken or the record cannot be written. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const recorder = options.recordTo ? new Recorder(options.recordTo) : null
  const world = new World(recorder, options.ownRules ?? false)
  const server = createServer((request, response) => {
    readRequest(request).then(
      (incoming) => answer(world, incoming, response),
      () => response.destroy()
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port, "127.0.0.1", resolve)
  })
  const { port } = server.address() as AddressInfo
  const close = async () => {
    world.timers.cancelAll()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
    recorder?.close()
  }
  return { url: `http://127.0.0.1:${port}`, port, control: controlOf(world), close }
}

function controlOf(world: World): SimulatorControl {
  return {
    createOrder: (body) => simulateOrder(world, body),
    ledger: (purchaseOrderId) =>
      world.ledger.filter((entry) => !purchaseOrderId || entry.purchaseOrderId === purchaseOrderId),
    requests: (pathPrefix = "") =>
      world.requests.filter((seen) => seen.path.startsWith(pathPrefix)),
    run: (method, path, body) => {
      const { pathname, searchParams: query } = new URL(`http://simulator/${path}`)
      return runControl(world, { method, path: pathname.slice(1), query, body })
    },
  }
}

async function answer(world: World, incoming: Incoming, response: ServerResponse): Promise<void> {
  const control = /^\/__control\/(.+)$/.exec(incoming.url.pathname)
  if (control) return send(response, await answerControl(world, incoming, control[1]))
  const seen: SeenRequest = {
    at: world.clock.now(),
    method: incoming.method,
    path: incoming.path,
    status: 0,
    correlationId: header(incoming.headers, "wm_qos.correlation_id"),
    channelType: header(incoming.headers, "wm_consumer.channel.type"),
    request: redact(looseBody(incoming)),
    fault: null,
  }
  world.requests.push(seen)
  runDue(world)
  const outcome = incoming.path.startsWith("/v1/")
    ? answerSimulation(world, incoming)
    : await answerGateway(world, incoming, seen)
  seen.status = outcome === "drop" ? 0 : outcome.status
  record(world, seen, outcome)
  response.setHeader("date", new Date(world.clock.now()).toUTCString())
  send(response, outcome)
}

function record(world: World, { method, path, request, status }: SeenRequest, outcome: Outcome) {
  const response = outcome === "drop" ? null : (outcome.body ?? null)
  world.recorder?.write({ method, path, request, status, response })
}

async function answerControl(world: World, incoming: Incoming, path: string): Promise<Answer> {
  try {
    const body = looseBody(incoming) ?? undefined
    const { method, url } = incoming
    const result = await runControl(world, { method, path, query: url.searchParams, body })
    return { status: 200, body: result }
  } catch (error) {
    return answerError(world, error)
  }
}

function answerSimulation(world: World, incoming: Incoming): Answer {
  try {
    return { status: 200, body: simulate(world, incoming) }
  } catch (error) {
    return answerError(world, error)
  }
}

function simulate(world: World, incoming: Incoming): unknown {
  const { method, url, headers } = incoming
  const hasToken = header(headers, "wm_sec.access_token") !== null
  const sellerId = hasToken ? authenticateToken(world, headers).credential.sellerId : undefined
  if (method === "POST" && url.pathname === "/v1/simulations/orders") {
    return simulateOrder(world, looseBody(incoming), sellerId)
  }
  const [, purchaseOrderId] = /^\/v1\/simulations\/([^/]+)\/deliver$/.exec(url.pathname) ?? []
  if (method === "POST" && purchaseOrderId) return simulateDelivery(world, purchaseOrderId)
  throw refusal(404, "gateway", "URI_NOT_FOUND", `${method} ${url.pathname}`)
}
