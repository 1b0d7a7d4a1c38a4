import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { noteImportFacts } from "../../../modules/walmart/orders/import-sql"
import { groupsOf } from "../../../walmart/common/groups"
import { chargedCents } from "../../../walmart/orders/charges"
import type { PlannedOrder } from "../../../walmart/import/planned-order"
import { planOrders } from "../../../walmart/import/plan-orders"
import type { Order } from "../../../walmart/orders/order"
import { isBeingCanceled } from "../../../walmart/updates/cancellation/cancel-unimported"
import type { Attention } from "../../../walmart/updates/model/update"
import { say } from "../../../walmart/words/phrase"
import { batched } from "../../shared/batch"
import { importSettings, loadStore, walmartOf } from "../store/load-store"
import { existingOrders } from "../medusa/create-order"
import type { ChosenIds } from "../medusa/order-input"
import type { ReadWalmartOrder } from "./read-walmart-order"

/** What is to be done about a Walmart order. */
export interface LocatedOrder {
  /** Create the order or finish its creation, ask a person, wait for what a person decided, or nothing. */
  action: "create" | "resume" | "ask" | "wait" | "none"
  planned: PlannedOrder | null
  ids: ChosenIds | null
  attention: Attention | null
}

/** Nothing is to be done. */
export const NOTHING: LocatedOrder = { action: "none", planned: null, ids: null, attention: null }

/** Nothing is imported that would be canceled at Walmart a moment later. */
const CANCELING: Attention = say("being_canceled", {})

/**
 * Decides what Medusa order a Walmart order becomes. Once that order exists nothing is decided again: what remains to be done
 * follows from it. Notes what was found out; noting it again changes nothing, so there is nothing to undo.
 */
export const planWalmartOrderStep = createStep(
  "plan-walmart-order",
  async (read: ReadWalmartOrder, step) => new StepResponse(await locate(step, read))
)

const locate = batched(async (container, reads: ReadWalmartOrder[]) => {
  const known = await decided(container, reads)
  const open = reads.filter((_, place) => known[place] === null)
  const drafts = await draftsOf(container, open)
  return reads.map((read, place) => known[place] ?? drafts.get(read.walmart_order_id) ?? NOTHING)
})

/** What is decided already, whatever the store is like; null for an order that is to be planned. */
async function decided(
  container: MedusaContainer,
  reads: ReadWalmartOrder[]
): Promise<(LocatedOrder | null)[]> {
  const ids = reads.flatMap((read) => (read.is_imported ? [] : (read.order_id ?? [])))
  if (ids.length === 0) return reads.map(() => NOTHING)
  const [existing, updates] = await Promise.all([
    existingOrders(container, ids),
    walmartOf(container).updatesOfOrders(ids),
  ])
  return reads.map(({ walmart_order_id: id, order_id: orderId, is_imported: isImported }) => {
    if (!orderId || isImported) return NOTHING
    if (existing.includes(orderId)) return { ...NOTHING, action: "resume" }
    if (!isBeingCanceled(updates.get(id) ?? [])) return null
    return { ...NOTHING, action: "wait", attention: CANCELING }
  })
}

type Drafts = Map<string, LocatedOrder>

/** @returns what is to be made of each order, by Walmart order */
async function draftsOf(container: MedusaContainer, reads: ReadWalmartOrder[]): Promise<Drafts> {
  const drafts: Drafts = new Map()
  for (const [accountId, ofAccount] of groupsOf(reads, (read) => read.account_id)) {
    for (const [id, draft] of await draftsOfAccount(container, accountId, ofAccount))
      drafts.set(id, draft)
  }
  return drafts
}

async function draftsOfAccount(
  container: MedusaContainer,
  accountId: string,
  reads: ReadWalmartOrder[]
): Promise<[string, LocatedOrder][]> {
  const settings = await importSettings(walmartOf(container), accountId)
  const orders = reads.map(({ order }) => order)
  const decisions = planOrders(orders, await loadStore(container, orders, settings), settings)
  const facts = reads.flatMap(({ walmart_order_id: id, order }, place) => {
    const { planned } = decisions[place]
    return planned ? [factsOf(id, order, planned)] : []
  })
  await noteImportFacts(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), facts)
  const lineItemIds = await lineItemIdsOf(
    container,
    facts.map(({ id }) => id)
  )
  return reads.map(({ walmart_order_id: id, order_id: orderId }, place) => {
    const { planned, attention } = decisions[place]
    if (!planned || !orderId) return [id, { ...NOTHING, action: "ask", attention }]
    const ids = { orderId, lineItemIds: lineItemIds.get(id) ?? {} }
    return [id, { action: "create", planned, ids, attention: null }]
  })
}

function factsOf(id: string, order: Order, { notes, total, chargesPer }: PlannedOrder) {
  const totals = order.lines.map((line) => [line.lineNumber, chargedCents(line, chargesPer)])
  return { id, notes, total, lineTotals: Object.fromEntries(totals) }
}

/** Ids chosen for the line items, by Walmart order and line number. */
async function lineItemIdsOf(
  container: MedusaContainer,
  walmartOrderIds: string[]
): Promise<Map<string, Record<string, string>>> {
  const chosen = new Map<string, Record<string, string>>()
  if (walmartOrderIds.length === 0) return chosen
  const filters = { walmart_order_id: walmartOrderIds }
  const lines = await walmartOf(container).listWalmartOrderLines(filters)
  for (const { walmart_order_id: id, line_number: number, line_item_id: item } of lines) {
    if (item) chosen.set(id, { ...chosen.get(id), [number]: item })
  }
  return chosen
}
