import type { MedusaContainer, UpdateOrderDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { addImportNote } from "../../../modules/walmart/orders/import-sql"
import { walmartOf } from "../store/load-store"
import { batched } from "../../shared/batch"
import { type ImportedOrder, loadImportedOrders } from "../medusa/imported-order"
import { recordPayments } from "../medusa/record-payment"
import { reserveItems } from "../medusa/reserve-items"
import { importShipments } from "../medusa/import-shipments"
import type { ReadWalmartOrder } from "./read-walmart-order"
import { phrase, textIn } from "../../../walmart/words/phrase"

/** A Medusa order made by an import, and its number. */
export interface ImportedOrderStepInput {
  walmart_order_id: string
  order_id: string
  /** Walmart's number, for Medusa's own search. */
  purchase_order_id: string
}

/*
 * None of these steps is undone when a later one fails: each may be repeated at any time, and the next run resumes where this
 * one stopped.
 */

/** The Medusa order that an import has made; null when somebody has deleted it since. */
export interface LoadedImport {
  order: ImportedOrder | null
}

/** Reads the order once for all steps behind it. */
export const loadImportedWalmartOrderStep = createStep(
  "load-imported-walmart-order",
  async ({ order_id }: ReadWalmartOrder, step) =>
    new StepResponse<LoadedImport>({ order: await load(step, order_id ?? "") })
)

const load = batched(loadImportedOrders)

/** Reserves stock for what is still to be sent. */
export const reserveImportedWalmartItemsStep = createStep(
  "reserve-imported-walmart-items",
  async (loaded: LoadedImport, step) => new StepResponse(await reserve(step, loaded))
)

const reserve = forOrders(reserveItems)

/** Records that Walmart has the money. */
export const recordWalmartPaymentStep = createStep(
  "record-walmart-payment",
  async (loaded: LoadedImport, step) => new StepResponse(await record(step, loaded))
)

const record = forOrders(recordPayments)

/** Takes over what had been shipped before the import. */
export const importShipmentsStep = createStep(
  "import-shipments",
  async (loaded: LoadedImport, step) => new StepResponse(await takeOver(step, loaded))
)

const takeOver = forOrders(async (container, orders) => {
  for (const order of orders) await importShipments(container, order)
})

/** What a step does about the orders of a batch that are still there. */
function forOrders(work: (container: MedusaContainer, orders: ImportedOrder[]) => Promise<void>) {
  return batched(async (container, loaded: LoadedImport[]) => {
    await work(
      container,
      loaded.flatMap(({ order }) => order ?? [])
    )
    return loaded.map(() => ({}))
  })
}

/**
 * Lets Medusa's own search find the order by Walmart's number, which creation ignores. An option, for a store may use the field.
 * Medusa lets no two orders share a number, so when another order has it already, that is noted and nothing else is held up.
 */
export const numberImportedWalmartOrderStep = createStep(
  "number-imported-walmart-order",
  async (input: ImportedOrderStepInput, step) => {
    const { walmart_order_id, order_id, purchase_order_id } = input
    if (!walmartOf(step.container).options.customDisplayId) return new StepResponse({ order_id })
    try {
      await number(step, input)
    } catch (error) {
      const other = await numberedOrder(step.container, purchase_order_id)
      if (!other || other === order_id) throw error
      const db = step.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const note = phrase("display_id_taken", "message", { order: purchase_order_id, other })
      await addImportNote(db, walmart_order_id, textIn([note]))
    }
    return new StepResponse({ order_id })
  }
)

type Numbered = UpdateOrderDTO & { id: string; custom_display_id: string }

const number = batched(async (container, orders: ImportedOrderStepInput[]) => {
  const numbered = orders.map(
    ({ order_id: id, purchase_order_id: custom_display_id }): Numbered => ({
      id,
      custom_display_id,
    })
  )
  await container.resolve(Modules.ORDER).updateOrders(numbered)
  return orders.map(() => ({}))
})

async function numberedOrder(
  container: MedusaContainer,
  custom_display_id: string
): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { custom_display_id }
  const { data } = await query.graph({ entity: "order", fields: ["id"], filters })
  return data.at(0)?.id ?? null
}
