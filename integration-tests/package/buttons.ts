import { readdirSync } from "node:fs"
import { join, sep } from "node:path"
import { type AdminClient, AdminRefusal } from "../../testing/admin-client"
import { askNode } from "./program"

/** What there is in the store to press buttons at; ids, unless they say otherwise. */
export interface Things {
  account: string
  /** Order that is imported, and nothing more. */
  order: string
  /** Order with a fulfillment that has not left. */
  packed: { order: string; fulfillment: string }
  /** Row of an order that could not be imported. */
  failed: string
  /** Update that Walmart has. */
  sent: string
  /** Stock of what was canceled. */
  stock: string
}

/** How one route is pressed: whose id goes where the path has `[id]`, what is sent, and which refusal is right where it is not granted. */
interface Press {
  id?: string
  query?: Record<string, string>
  body?: object
  refused?: string
  /** It answers with plain text. */
  text?: boolean
}

/** What Medusa takes for handlers in a file of a route. */
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]

const NOTE = { note: "Pressed in a stock store." }
const REASON = { reason: "SELLER_CANCEL_OUT_OF_STOCK" }

/** What is pressed at each route, in this order. A new route needs its line here. */
export function presses({
  account,
  order,
  packed,
  failed,
  sent,
  stock,
}: Things): Record<string, Press> {
  const { fulfillment: fulfillment_id } = packed
  return {
    "GET /admin/walmart/status": {},
    "GET /admin/walmart/metrics": { text: true },
    "POST /admin/walmart/doctor": {},
    "GET /admin/walmart/setup": {},
    "POST /admin/walmart/setup": { body: { account_id: account, steps: [] } },
    "GET /admin/walmart/accounts": {},
    "GET /admin/walmart/keys": {},
    "POST /admin/walmart/accounts/[id]/keys": {
      ...{ id: account, refused: "not_allowed" },
      body: { client_id: "id", client_secret: "secret" },
    },
    "DELETE /admin/walmart/accounts/[id]/keys": { id: account },
    "POST /admin/walmart/accounts/[id]/webhook-secret": {
      ...{ id: account, refused: "not_allowed" },
      body: { secret: "0123456789abcdef" },
    },
    "DELETE /admin/walmart/accounts/[id]/webhook-secret": { id: account },
    "POST /admin/walmart/accounts/[id]/Test": { id: account },
    "POST /admin/walmart/accounts/[id]/fetch": { id: account },
    "POST /admin/walmart/accounts/[id]/pause": { id: account },
    "POST /admin/walmart/accounts/[id]/resume": { id: account },
    "GET /admin/walmart/accounts/[id]/settings": { id: account },
    "POST /admin/walmart/accounts/[id]/settings": { id: account, body: { dry_run: false } },
    "GET /admin/walmart/accounts/[id]/webhooks": { id: account },
    "POST /admin/walmart/accounts/[id]/webhooks": { id: account, refused: "not_allowed" },
    "POST /admin/walmart/accounts/[id]/webhooks/check": { id: account, refused: "not_allowed" },
    "DELETE /admin/walmart/accounts/[id]/webhooks/[subscription_id]": {
      ...{ id: account, refused: "not_found" },
    },
    "GET /admin/walmart/orders": {},
    "GET /admin/walmart/orders/counts": {},
    "GET /admin/walmart/orders/export": { text: true },
    "GET /admin/walmart/orders/[id]": { id: order },
    "GET /admin/walmart/orders/[id]/evidence": { id: order },
    "POST /admin/walmart/orders/[id]/case": { id: order, body: { marked: true } },
    "GET /admin/walmart/orders/[id]/cancellation": { id: order },
    "POST /admin/walmart/orders/[id]/refresh": { id: order },
    "POST /admin/walmart/orders/[id]/import": { id: failed },
    "POST /admin/walmart/orders/[id]/product": {
      ...{ id: failed, body: { sku: "NOT-IN-IT", variant_id: "none" }, refused: "invalid_data" },
    },
    "POST /admin/walmart/orders/[id]/acknowledge": { id: failed },
    "POST /admin/walmart/orders/[id]/leave-out": {
      ...{ id: failed, body: { left_out: true, ...NOTE }, refused: "not_allowed" },
    },
    "POST /admin/walmart/orders/[id]/cancel-unimported": { id: failed, body: REASON },
    "POST /admin/walmart/orders/[id]/carrier": {
      id: packed.order,
      body: { fulfillment_id, carrier: "UPS" },
    },
    "POST /admin/walmart/orders/[id]/discrepancies/dismiss": {
      ...{ id: order, body: NOTE, refused: "not_allowed" },
    },
    "POST /admin/walmart/orders/[id]/note": { id: order, body: NOTE },
    "POST /admin/walmart/orders/[id]/cancellation-reason": { id: order, body: REASON },
    "POST /admin/walmart/orders/[id]/cancel": { id: order, body: REASON },
    "GET /admin/walmart/returns": {},
    "GET /admin/walmart/returns/counts": {},
    "POST /admin/walmart/returns/[id]/refund": { id: "unknown", refused: "not_found" },
    "POST /admin/walmart/returns/[id]/retry": { id: "unknown", refused: "not_found" },
    "POST /admin/walmart/returns/[id]/dismiss": {
      ...{ id: "unknown", body: NOTE, refused: "not_found" },
    },
    "GET /admin/walmart/performance": {},
    "GET /admin/walmart/performance/[id]/walmart": { id: account },
    "GET /admin/walmart/performance/[id]/misses": { id: account, query: { measure: "shipment" } },
    "POST /admin/walmart/shipments/check": { body: { shipments: [{ order, labels: [] }] } },
    "GET /admin/walmart/orders/[id]/refund": { id: order },
    "POST /admin/walmart/orders/[id]/refund": {
      ...{ id: order, refused: "invalid_data" },
      body: { lines: [{ line_number: "1", type: "PRODUCT", amount: 1 }] },
    },
    "GET /admin/walmart/stock": {},
    "POST /admin/walmart/stock/[id]/push": { id: stock },
    "GET /admin/walmart/updates": {},
    "GET /admin/walmart/updates/[id]": { id: sent },
    "POST /admin/walmart/updates/retry": { body: { ids: [sent] } },
    "POST /admin/walmart/updates/[id]/retry": { id: sent, body: {}, refused: "not_allowed" },
    "POST /admin/walmart/updates/[id]/dismiss": { id: sent, body: NOTE, refused: "not_allowed" },
    "POST /admin/walmart/updates/[id]/undo": { id: sent, refused: "not_allowed" },
  }
}

/** What a press is expected to be answered with, as {@link press} says it. */
export function expected({ refused }: Press): string {
  return refused ?? "granted"
}

/** Every route of the plugin's admin API that the store has, as "POST /admin/walmart/…", by the functions that its compiled files export. */
export async function routesIn(folder: string): Promise<string[]> {
  const api = join(folder, "node_modules/medusa-plugin-walmart/.medusa/server/src/api")
  const walmart = join(api, "admin", "walmart")
  const files = readdirSync(walmart, { recursive: true, encoding: "utf8" })
    .filter((file) => file.split(sep).at(-1) === "route.js")
    .map((file) => ({ file: join(walmart, file), path: pathOf(file) }))
  return askNode(
    folder,
    `${JSON.stringify(files)}.flatMap(({ file, path }) => {
      const exported = require(file)
      return ${JSON.stringify(METHODS)}.filter((method) => method in exported).map((method) => method + " " + path)
    })`
  )
}

function pathOf(file: string): string {
  return ["/admin/walmart", ...file.split(sep).slice(0, -1)].join("/")
}

/**
 * Presses one button.
 * @param route such as "POST /admin/walmart/orders/[id]/cancel"
 * @returns "granted", the type of a refusal by the route itself, or a sentence about what is wrong
 */
export async function press(admin: AdminClient, route: string, how: Press): Promise<string> {
  const [method, pattern] = route.split(" ")
  const path = pattern.replace("[id]", how.id ?? "").replace("[subscription_id]", "unknown")
  try {
    const data = await asked(admin, { method, path, query: how.query, body: how.body })
    return typeof data === (how.text ? "string" : "object")
      ? "granted"
      : `no JSON: ${String(data).slice(0, 200)}`
  } catch (error) {
    if (error instanceof AdminRefusal) return refusalOf(error)
    throw error
  }
}

async function asked(
  admin: AdminClient,
  { method, path, query, body }: Pick<Press, "query" | "body"> & { method: string; path: string }
): Promise<unknown> {
  if (method === "GET") return admin.get(path, query)
  return method === "DELETE" ? admin.delete(path) : admin.post(path, body)
}

/** Express answers a path that nobody handles with a page, which has no type. */
function refusalOf({ status, type, message }: AdminRefusal): string {
  if (status >= 500) return `${status}, a fault: ${message}`
  return type === "error" ? `${status}, no such route: ${message}` : type
}
