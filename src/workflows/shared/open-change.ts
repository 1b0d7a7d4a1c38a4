import type { IOrderModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { MIRRORED_BY } from "../../walmart/updates/model/sides"
import { phrases } from "../../walmart/words/phrase"
import { readGraph } from "./read-graph"
import { notAllowed } from "./refusals"

/** A change of an order that is not confirmed yet: an edit, or what is being put together or received of a return. */
export interface OpenChange {
  id: string
  order_id: string
  change_type: string | null
  created_by: string | null
  internal_note: string | null
  created_at: Date | string
}

/** What the order edit says by which units are canceled that a person named. */
export const CANCELED_UNITS = "Canceled at Walmart"

/** After this a process that makes a change in one go is dead: it needs seconds. */
const LEFT_AFTER_MS = 10 * 60_000

const FIELDS = ["id", "order_id", "change_type", "created_by", "internal_note", "created_at"]

const IS_OPEN = { status: ["pending", "requested"] }

/**
 * The order's open change, of which Medusa allows one at a time. One that a process left behind that died while it made it is dropped, as
 * that process would have done had it failed: nobody else can confirm or cancel it, and it would hold everything else back for ever.
 */
export async function openChangeOf(
  container: MedusaContainer,
  order_id: string
): Promise<OpenChange | undefined> {
  const [open] = await openChanges(container, { order_id })
  if (!open || !isMadeInOneGo(open) || (await isUnderWay(container, open))) return open
  await drop(container, open)
  return undefined
}

/** Drops what processes left behind of changes of Walmart's orders that they made in one go. */
export async function dropLeftChanges(container: MedusaContainer): Promise<void> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const before = new Date((await walmart.databaseNow()).getTime() - LEFT_AFTER_MS)
  const change_type = ["credit_line", "edit"]
  const old = await openChanges(container, { change_type, created_at: { $lt: before } })
  const left = new Map(old.filter(isMadeInOneGo).map((open) => [open.order_id, open]))
  if (left.size === 0) return
  const filters = { order_id: [...left.keys()] }
  const orders = await walmart.listWalmartOrders(filters, { select: ["order_id"], take: null })
  for (const { order_id } of orders) {
    const open = left.get(order_id ?? "")
    if (open) await drop(container, open)
  }
}

function openChanges(container: MedusaContainer, filters: object): Promise<OpenChange[]> {
  const question = { entity: "order_change", fields: FIELDS, filters: { ...filters, ...IS_OPEN } }
  return readGraph<OpenChange>(container, question)
}

/**
 * Whether a program begins and confirms the change without a person in between: a credit, which core makes of every refund and has no
 * screen for, and the edits by which units are taken out that are canceled.
 */
function isMadeInOneGo({ change_type, created_by, internal_note }: OpenChange): boolean {
  if (change_type === "credit_line") return true
  return change_type === "edit" && (created_by === MIRRORED_BY || internal_note === CANCELED_UNITS)
}

async function isUnderWay(
  container: MedusaContainer,
  { created_at: begun }: OpenChange
): Promise<boolean> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const now = await walmart.databaseNow()
  return now.getTime() - new Date(begun).getTime() < LEFT_AFTER_MS
}

/** With the reason that was kept for its units, so that units which leave later are not canceled for it. */
async function drop(container: MedusaContainer, { id, order_id }: OpenChange): Promise<void> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const [order] = await walmart.listWalmartOrders({ order_id }, { select: ["id"] })
  if (order) await walmart.forgetLineCancellation(order.id, id)
  await container.resolve<IOrderModuleService>(Modules.ORDER).softDeleteOrderChanges([id])
}

/**
 * Refuses what needs a change of its own. Core's words do not say where the other one is, and core's cancel and refund find it only
 * once they have refunded the payment, which they do not take back.
 * @throws MedusaError NOT_ALLOWED while a change of the order is open
 */
export async function refuseOpenChange(
  container: MedusaContainer,
  { order_id, purchaseOrderId: order }: { order_id: string; purchaseOrderId: string }
): Promise<void> {
  const open = await openChangeOf(container, order_id)
  if (open) throw notAllowed(phrases("order_edit_open", { order, change: open.id }))
}
