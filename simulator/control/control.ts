import { SCOPES } from "../gateway/auth"
import { amount, fields, oneOf, optionalText, ownValue, text } from "../wire/body"
import { runDueAutoCancels } from "./auto-cancel"
import { ORDER_ACTIONS } from "./control-orders"
import { createReturn, RETURN_ACTIONS, runDueRefunds } from "./control-returns"
import { deliverWebhook } from "./control-webhooks"
import { badContent, refusal } from "../wire/errors"
import { runDueFeeds } from "../inventory/feeds"
import { setInventory } from "../inventory/stock"
import { setPerformance } from "../performance/performance"
import { changeOptions } from "../state/options"
import { DEFAULT_CREDENTIAL, DEFAULT_SHIP_NODE, type Access, type World } from "../state/state"

type ControlHandler = (world: World, body: unknown, query: URLSearchParams) => unknown

const ROUTES: Record<string, ControlHandler> = {
  "GET health": (world) => ({ ok: true, now: world.clock.now() }),
  "POST reset": (world) => {
    world.reset()
    return { ok: true }
  },
  "GET ledger": (world, _body, query) => {
    const order = query.get("purchaseOrderId")
    return world.ledger.filter((entry) => order === null || entry.purchaseOrderId === order)
  },
  "GET requests": listRequests,
  "GET deliveries": (world) => world.deliveries,
  "GET faults": (world) => world.faults.describe(),
  "POST faults": (world, body) => {
    world.faults.arm(body, world.writeSerial)
    return world.faults.describe()
  },
  "POST faults/release": (world) => {
    world.timers.runOut()
    return { ok: true }
  },
  "DELETE faults": (world) => {
    world.faults.clear()
    return { ok: true }
  },
  "GET options": (world) => world.options,
  "POST options": (world, body) => {
    changeOptions(world.options, body)
    return world.options
  },
  "POST rate-limits": (world, body) => {
    world.limiter.change(body)
    return { ok: true }
  },
  "POST time": (world, body) => {
    world.clock.advance(amount(fields(body, "time", ["advanceMs"]).advanceMs, "advanceMs"))
    return { now: world.clock.now() }
  },
  "POST credentials": registerCredential,
  "POST inventory": changeInventory,
  "POST returns": createReturn,
  "POST webhooks/deliver": deliverWebhook,
  "POST performance": changePerformance,
}

/** A control command as it was asked. */
interface Command {
  method: string
  /** What follows `/__control/`. */
  path: string
  query: URLSearchParams
  body: unknown
}

/** Runs a control command. @throws Refusal for one that it does not know */
export function runControl(world: World, command: Command): unknown {
  runDue(world)
  const result = dispatch(world, command)
  runDue(world)
  return result
}

/** Does what the clock has made due; run before each call too. */
export function runDue(world: World): void {
  runDueAutoCancels(world)
  runDueFeeds(world)
  runDueRefunds(world)
}

function dispatch(world: World, { method, path, query, body }: Command): unknown {
  const handler = ownValue(ROUTES, `${method} ${path}`)
  if (handler) return handler(world, body, query)
  const [, purchaseOrderId, action] = /^orders\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? []
  if (purchaseOrderId && !action && method === "GET") {
    return world.findOrder(purchaseOrderId).current
  }
  const change = method === "POST" && action ? ownValue(ORDER_ACTIONS, action) : undefined
  if (purchaseOrderId && change) return change(world, purchaseOrderId, body)
  const returned = method === "POST" ? actOnReturn(world, path, body) : null
  if (returned) return returned
  throw refusal(404, "gateway", "URI_NOT_FOUND", `there is no control ${method} ${path}`)
}

/** `POST returns/:id/<action>`; null when there is no such action. */
function actOnReturn(world: World, path: string, body: unknown): unknown {
  const [, returnOrderId, action] = /^returns\/([^/]+)\/([^/]+)$/.exec(path) ?? []
  const change = action ? ownValue(RETURN_ACTIONS, action) : undefined
  if (!change) return null
  const order = world.findReturn(returnOrderId)
  world.changeReturn(order, () => change(world, order, body))
  return order
}

function listRequests(world: World, _body: unknown, query: URLSearchParams): unknown {
  const prefix = query.get("path") ?? ""
  const order = query.get("purchaseOrderId")
  return world.requests.filter(
    ({ path }) => path.startsWith(prefix) && (order === null || path.includes(order))
  )
}

function registerCredential(world: World, body: unknown): unknown {
  const spec = fields(body, "credentials", ["clientId", "clientSecret"], ["scopes", "sellerId"])
  const clientId = text(spec.clientId, "clientId")
  const isDefault = clientId === DEFAULT_CREDENTIAL.clientId
  const fallback = isDefault ? DEFAULT_CREDENTIAL.sellerId : `seller-${clientId}`
  const sellerId = optionalText(spec.sellerId, "sellerId") ?? fallback
  const scopes = parseScopes(spec.scopes)
  const clientSecret = text(spec.clientSecret, "clientSecret")
  world.credentials.set(clientId, { clientId, clientSecret, sellerId, scopes })
  return { clientId, sellerId }
}

function parseScopes(value: unknown): Record<string, Access> {
  if (value === undefined) return {}
  const levels = ["full_access", "view_only", "no_access"] as const
  const scopes = fields(value, "scopes", [], SCOPES)
  return Object.fromEntries(
    Object.entries(scopes).map(([name, access]) => [name, oneOf(access, levels, name)])
  )
}

function changePerformance(world: World, body: unknown): unknown {
  const spec = fields(body, "performance", ["metric", "rate"], ["figures", "sellerId"])
  const sellerId = optionalText(spec.sellerId, "sellerId") ?? DEFAULT_CREDENTIAL.sellerId
  return setPerformance(world.seller(sellerId), spec)
}

function changeInventory(world: World, body: unknown): unknown {
  const spec = fields(body, "inventory", ["sku", "amount"], ["shipNode", "sellerId"])
  const level = {
    sku: text(spec.sku, "sku"),
    shipNode: optionalText(spec.shipNode, "shipNode") ?? DEFAULT_SHIP_NODE,
    amount: amount(spec.amount, "amount"),
  }
  if (level.amount < 0) throw badContent("inventory.amount must not be negative")
  const sellerId = optionalText(spec.sellerId, "sellerId") ?? DEFAULT_CREDENTIAL.sellerId
  setInventory(world, world.seller(sellerId), level, "elsewhere")
  return level
}
