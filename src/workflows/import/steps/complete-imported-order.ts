import type { MedusaContainer, UpdateOrderDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { addImportNote } from "../../../modules/walmart/orders/import-sql"
import { walmartOf } from "../store/load-store"
import { type ImportedOrder, loadImportedOrder } from "../medusa/imported-order"
import { recordPayment } from "../medusa/record-payment"
import { reserveItems } from "../medusa/reserve-items"
import { importShipments } from "../medusa/import-shipments"
import type { ReadWalmartOrder } from "./read-walmart-order"

/** A Medusa order made by an import, and its number. */
export interface ImportedOrderStepInput {
  walmart_order_id: string
  order_id: string
  /** Walmart's number, for Medusa's own search. */
  purchase_order_id: string
}

/*
 * None of these steps is undone when a later one fails: each may be repeated at any time, and the next run goes on where this
 * one stopped.
 */

/** The Medusa order that an import has made; null when somebody has deleted it since. */
export interface LoadedImport {
  order: ImportedOrder | null
}

/** Reads the order once for all steps behind it. */
export const loadImportedWalmartOrderStep = createStep(
  "load-imported-walmart-order",
  async ({ order_id }: ReadWalmartOrder, { container }) =>
    new StepResponse<LoadedImport>({ order: await loadImportedOrder(container, order_id ?? "") })
)

/** Reserves stock for what is still to be sent. */
export const reserveImportedWalmartItemsStep = createStep(
  "reserve-imported-walmart-items",
  async ({ order }: LoadedImport, { container }) => {
    if (order) await reserveItems(container, order)
    return new StepResponse({})
  }
)

/** Records that Walmart has the money. */
export const recordWalmartPaymentStep = createStep(
  "record-walmart-payment",
  async ({ order }: LoadedImport, { container }) => {
    if (order) await recordPayment(container, order)
    return new StepResponse({})
  }
)

/** Takes over what had been shipped before the import. */
export const importShipmentsStep = createStep(
  "import-shipments",
  async ({ order }: LoadedImport, { container }) => {
    if (order) await importShipments(container, order)
    return new StepResponse({})
  }
)

/**
 * Lets Medusa's own search find the order by Walmart's number, which creation ignores. An option, for a store may use the field.
 * Medusa lets no two orders share a number, so when another order has it already, that is noted and nothing else is held up.
 */
export const numberImportedWalmartOrderStep = createStep(
  "number-imported-walmart-order",
  async (input: ImportedOrderStepInput, { container }) => {
    const { walmart_order_id, order_id, purchase_order_id } = input
    if (!walmartOf(container).options.customDisplayId) return new StepResponse({ order_id })
    const number: UpdateOrderDTO & { custom_display_id: string } = {
      custom_display_id: purchase_order_id,
    }
    try {
      await container.resolve(Modules.ORDER).updateOrders(order_id, number)
    } catch (error) {
      const other = await numberedOrder(container, purchase_order_id)
      if (!other || other === order_id) throw error
      const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await addImportNote(
        db,
        walmart_order_id,
        `Medusa's search does not find this order by ${purchase_order_id}: order ${other} has that number already.`
      )
    }
    return new StepResponse({ order_id })
  }
)

async function numberedOrder(
  container: MedusaContainer,
  custom_display_id: string
): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { custom_display_id }
  const { data } = await query.graph({ entity: "order", fields: ["id"], filters })
  return data.at(0)?.id ?? null
}
