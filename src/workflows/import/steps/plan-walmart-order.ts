import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { noteImportFacts } from "../../../modules/walmart/orders/import-sql"
import { chargedCents } from "../../../walmart/orders/charges"
import type { PlannedOrder } from "../../../walmart/import/planned-order"
import { planOrder } from "../../../walmart/import/import-order"
import { isBeingCanceled } from "../../../walmart/updates/cancellation/cancel-unimported"
import type { Attention } from "../../../walmart/updates/model/update"
import { say } from "../../../walmart/words/phrase"
import { importSettings, loadStore, type StoreFacts, walmartOf } from "../store/load-store"
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

/** The order as it was read, and what was read of the store a moment ago for other orders, if so. */
export interface PlanWalmartOrderStepInput {
  read: ReadWalmartOrder
  facts?: StoreFacts
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
  async ({ read, facts }: PlanWalmartOrderStepInput, { container }) => {
    const { order_id: orderId, order } = read
    if (!orderId || read.is_imported) return new StepResponse<LocatedOrder>(NOTHING)
    const existing = await container.resolve(Modules.ORDER).listOrders({ id: orderId })
    if (existing.length > 0) {
      return new StepResponse<LocatedOrder>({ ...NOTHING, action: "resume" })
    }
    const walmart = walmartOf(container)
    const [known, settings] = await Promise.all([
      walmart.knownUpdates(read.walmart_order_id),
      importSettings(walmart, read.account_id),
    ])
    if (isBeingCanceled(known)) {
      return new StepResponse<LocatedOrder>({ ...NOTHING, action: "wait", attention: CANCELING })
    }
    const store = await loadStore(container, order, settings, facts)
    const { planned, attention } = planOrder(order, store, settings)
    if (!planned) return new StepResponse<LocatedOrder>({ ...NOTHING, action: "ask", attention })
    await noteImportFacts(
      container.resolve(ContainerRegistrationKeys.PG_CONNECTION),
      read.walmart_order_id,
      {
        notes: planned.notes,
        total: planned.total,
        lineTotals: Object.fromEntries(
          order.lines.map((line) => [line.lineNumber, chargedCents(line, planned.chargesPer)])
        ),
      }
    )
    const lines = await walmart.listWalmartOrderLines({ walmart_order_id: read.walmart_order_id })
    const lineItemIds = Object.fromEntries(
      lines.flatMap((line) => (line.line_item_id ? [[line.line_number, line.line_item_id]] : []))
    )
    return new StepResponse<LocatedOrder>({
      action: "create",
      planned,
      ids: { orderId, lineItemIds },
      attention: null,
    })
  }
)
