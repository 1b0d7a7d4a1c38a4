import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isUsable } from "../../reconciliation/medusa-side/departure"
import { type LoadedPlan, loadPlans } from "../../reconciliation/load-plans"
import { readGraph } from "../../shared/read-graph"
import type { Phrase } from "../../../walmart/words/phrase"
import type { FulfillmentId, MedusaOrderId } from "../../../walmart/common/ids"

/** A label as Medusa's Ship routes take it. */
export interface ShipmentLabel {
  tracking_number: string
  tracking_url: string
  label_url: string
}

/** A shipment that staff are about to save. */
export interface CheckShipmentInput {
  fulfillment_id: string
  /** Medusa order that the fulfillment is said to be of; looked up when left out. */
  order_id?: string
  labels: { tracking_number: string; tracking_url?: string | null }[]
  /** Carrier an API client passed in `additional_data.walmart_carrier`. */
  carrier?: string | null
  /** Decision of an API client in `additional_data.walmart_ship_anyway`. */
  ship_anyway?: boolean
  /** Who ships. */
  actor_id: string
  /** How old what is known of Walmart's side is, for the refusal; empty when it was read just now. */
  caveat?: Phrase[]
}

/** What is known before it is checked; `loaded` is null for orders of other channels. */
export interface LoadedShipment {
  order_id: string | null
  loaded: LoadedPlan | null
  /** Labels that the fulfillment has already, bought by its provider for instance; used when the request has none. */
  own_labels: ShipmentLabel[]
}

const NOT_WALMART: LoadedShipment = { order_id: null, loaded: null, own_labels: [] }

/** Reads everything about the order of a fulfillment. Reads only, so there is nothing to undo. */
export const loadWalmartShipmentStep = createStep(
  "load-walmart-shipment",
  async ({ fulfillment_id, order_id, labels }: CheckShipmentInput, { container }) => {
    const known = labels.some(isUsable)
      ? await loadWith(container, order_id, fulfillment_id)
      : undefined
    if (known) return new StepResponse<LoadedShipment>(ofItsOwn(known))
    const [fulfillment] = await readGraph<FulfillmentRow>(container, {
      entity: "fulfillment",
      fields: ["id", "order.id", "labels.*"],
      filters: { id: fulfillment_id },
    })
    const orderId = fulfillment?.order?.id
    const [loaded] = orderId ? await loadPlans(container, [orderId]) : []
    if (!loaded) return new StepResponse(NOT_WALMART)
    const own_labels = labels.some(isUsable) ? [] : (fulfillment.labels ?? []).filter(isUsable)
    return new StepResponse<LoadedShipment>({
      order_id: loaded.order_id,
      loaded,
      own_labels: own_labels.map(({ tracking_number, tracking_url, label_url }) => ({
        tracking_number,
        tracking_url: tracking_url ?? "#",
        label_url: label_url ?? "#",
      })),
    })
  }
)

/** The plan of an order if it has the fulfillment. */
async function loadWith(
  container: MedusaContainer,
  orderId: MedusaOrderId | undefined,
  fulfillmentId: FulfillmentId
): Promise<LoadedPlan | undefined> {
  const [plan] = orderId ? await loadPlans(container, [orderId]) : []
  return plan?.input.medusa.fulfillments.some(({ id }) => id === fulfillmentId) ? plan : undefined
}

/** A request that has labels needs none of the fulfillment's. */
function ofItsOwn(loaded: LoadedPlan): LoadedShipment {
  return { order_id: loaded.order_id, loaded, own_labels: [] }
}

interface FulfillmentRow {
  id: string
  order?: { id: string } | null
  labels?: { tracking_number: string; tracking_url: string | null; label_url: string | null }[]
}
