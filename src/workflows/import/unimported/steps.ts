import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { shownValue } from "../../../walmart/common/problem"
import { checkReason, customerAskedForAll } from "../../../walmart/markets/markets"
import { openQuantity } from "../../../walmart/orders/order"
import { plannedAcknowledgment } from "../../../walmart/updates/acknowledgment/acknowledgment-kind"
import {
  isBeingCanceled,
  unimportedCancellation,
} from "../../../walmart/updates/cancellation/cancel-unimported"
import { quantitiesOf } from "../../reconciliation/walmart-side"
import type { WalmartOrderRow } from "../../shared/find-walmart-rows"
import { readGraph } from "../../shared/read-graph"
import { invalid, invalidBy, notAllowed } from "../../shared/refusals"
import { walmartOf } from "../store/load-store"
import { findUnimported, type UnimportedOrderInput } from "./unimported-order"
import { phrase, phrases } from "../../../walmart/words/phrase"

/**
 * Refuses an order that nothing can be decided about, before Walmart is asked for it: what is refused changes nothing.
 * @throws MedusaError as {@link findUnimported} does
 */
export const checkUnimportedStep = createStep(
  "check-unimported",
  async ({ id }: UnimportedOrderInput, { container }) => {
    const order = await findUnimported(container, id)
    return new StepResponse({ walmart_order_id: order.id })
  }
)

/**
 * Queues the acknowledgment of an order that Medusa has no order of; the import would queue the same, under the same key. A person
 * asked for it, and nothing follows but sending, so there is nothing to undo.
 * @throws MedusaError NOT_ALLOWED when nothing of it can be acknowledged any more
 */
export const acknowledgeUnimportedStep = createStep(
  "acknowledge-unimported",
  async ({ id, actor_id }: UnimportedOrderInput, { container }) => {
    const order = await findUnimported(container, id)
    if (order.lines.every((line) => quantitiesOf(line).created === 0)) {
      throw notAllowed(phrases("order_confirmed", { order: order.purchase_order_id }))
    }
    const acknowledgment = plannedAcknowledgment(order.ordered_at.getTime())
    await walmartOf(container).enqueue(order.id, [acknowledgment], actor_id)
    return new StepResponse({ walmart_order_id: order.id })
  }
)

/** What is canceled, and why. */
export interface CancelUnimportedInput extends UnimportedOrderInput {
  /** A code of the market. */
  reason: string
}

/**
 * Queues the cancellation of all that is open of an order that Medusa has no order of. While it is on its way the order is not
 * imported. A person asked for it, and nothing follows but sending, so there is nothing to undo.
 * @throws MedusaError INVALID_DATA for a wrong reason, NOT_ALLOWED when nothing is open or it is being canceled already
 */
export const cancelUnimportedStep = createStep(
  "cancel-unimported",
  async ({ id, actor_id, reason }: CancelUnimportedInput, { container }) => {
    const walmart = walmartOf(container)
    const order = await findUnimported(container, id)
    const known = await walmart.knownUpdates(order.id)
    if (isBeingCanceled(known)) {
      const about = { order: order.purchase_order_id }
      throw notAllowed([phrase("being_canceled", "message_already", about)])
    }
    refuseWrongReason(container, order, reason)
    const at = (await walmart.databaseNow()).getTime()
    const chosen = { reason: reason.trim(), at }
    const cancellation = unimportedCancellation(order.lines.map(unimportedLine), known, chosen)
    if (!cancellation) {
      throw notAllowed(phrases("cancel_nothing_open", { order: order.purchase_order_id }))
    }
    await walmart.enqueue(order.id, [cancellation], actor_id)
    return new StepResponse({ walmart_order_id: order.id })
  }
)

type LineRow = WalmartOrderRow["lines"][number]

function unimportedLine(line: LineRow) {
  return { lineNumber: line.line_number, quantities: quantitiesOf(line) }
}

function refuseWrongReason(
  container: MedusaContainer,
  { account_id, lines }: WalmartOrderRow,
  reason: string
): void {
  const open = lines.filter((line) => openQuantity(quantitiesOf(line)) > 0)
  const customerAsked = customerAskedForAll(
    open.map((line) => ({ customerAskedToCancel: line.customer_asked_to_cancel }))
  )
  const problem = checkReason(walmartOf(container).market(account_id), reason, { customerAsked })
  if (problem) throw invalidBy([problem])
}

/** Which product an item of an order is. */
export interface ChooseProductInput extends UnimportedOrderInput {
  /** Walmart's, of an item of the order. */
  sku: string
  /** A product variant of the store. */
  variant_id: string
}

/**
 * Keeps which product a Walmart SKU is, for all orders of the account. Not undone: it is a person's decision, which holds whatever
 * else the order lacks.
 * @throws MedusaError INVALID_DATA for a SKU that the order does not have, or a variant that is unknown or has no SKU
 */
export const chooseProductStep = createStep(
  "choose-product",
  async ({ id, sku, variant_id }: ChooseProductInput, { container }) => {
    const order = await findUnimported(container, id)
    if (order.lines.every((line) => line.sku !== sku)) {
      const about = { order: order.purchase_order_id, sku: shownValue(sku) }
      throw invalid([phrase("order_item_unknown", "message", about)])
    }
    const chosen = await skuOf(container, variant_id)
    await walmartOf(container).chooseProduct(order.account_id, sku, chosen)
    return new StepResponse({ id: order.id })
  }
)

interface VariantRow {
  title: string
  sku: string | null
}

async function skuOf(container: MedusaContainer, id: string): Promise<string> {
  const [variant] = await readGraph<VariantRow>(container, {
    entity: "variant",
    fields: ["title", "sku"],
    filters: { id },
  })
  if (variant?.sku) return variant.sku
  const about = { id: shownValue(variant?.title ?? id) }
  throw invalid(phrases("variant_unknown", about, variant ? "without_sku" : ""))
}
