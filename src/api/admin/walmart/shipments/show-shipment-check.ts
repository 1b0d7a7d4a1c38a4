import type {
  AdminWalmartShipmentCheck,
  AdminWalmartShipmentItem,
  WalmartText,
} from "../../../../types/http"
import type { DryShipment } from "../../../../walmart/checks/dry-shipment"
import type { PlanInput } from "../../../../walmart/updates/model/sides"
import type { LineUnits } from "../../../../walmart/updates/payloads/payload-parts"
import type { WalmartOrderRow } from "../../../../workflows/shared/find-walmart-rows"
import { showCheck } from "../present"
import type { Packing } from "./load-packing"
import { type Phrase, textIn } from "../../../../walmart/words/phrase"

/** Everything that is answered about one shipment. */
export interface ShownShipment {
  row: WalmartOrderRow
  input: PlanInput
  packing: Packing
  dry: DryShipment
  concerns: WalmartText[]
}

/** A shipment as it was thought through, in the API's spelling. */
export function showShipmentCheck(shown: ShownShipment): AdminWalmartShipmentCheck {
  const { row, input, packing, dry, concerns } = shown
  const items = itemsOf(row, packing, dry.lines)
  const places = items.flatMap(({ line_item_id: id }) => packing.locations.get(id ?? "") ?? [])
  return {
    ...refusedCheck(row, ...dry.refusals),
    order: orderOf(row, packing.display_id),
    state: dry.state,
    fulfillment_id: dry.fulfillmentId,
    items,
    location_id: places[0] ?? null,
    known_fulfillment_ids: input.medusa.fulfillments.map(({ id }) => id).filter(Boolean),
    choices: dry.choices.map(({ fulfillmentId, lines }) => ({
      fulfillment_id: fulfillmentId,
      items: itemsOf(row, packing, lines),
    })),
    checks: dry.checks.map(showCheck),
    concerns,
    asked_lines: dry.askedLines,
  }
}

/** A shipment that could not even be thought through. */
export function refusedCheck(
  row: WalmartOrderRow | null,
  ...refusals: Phrase[][]
): AdminWalmartShipmentCheck {
  return {
    order: row && orderOf(row, null),
    state: "refused",
    ...{ fulfillment_id: null, location_id: null, items: [], known_fulfillment_ids: [] },
    ...{ choices: [], checks: [], refusals: refusals.map(textIn), concerns: [], asked_lines: [] },
  }
}

function orderOf(row: WalmartOrderRow, display_id: number | null) {
  const { id, order_id, purchase_order_id } = row
  return { id, order_id, display_id, purchase_order_id }
}

function itemsOf(
  { lines }: WalmartOrderRow,
  { thumbnails }: Packing,
  units: LineUnits[]
): AdminWalmartShipmentItem[] {
  return units.flatMap(({ lineNumber, quantity }) => {
    const line = lines.find(({ line_number }) => line_number === lineNumber)
    if (!line) return []
    const { line_number, line_item_id, sku, product_name } = line
    const thumbnail = thumbnails.get(line_item_id ?? "") ?? null
    return [{ line_number, line_item_id, sku, product_name, thumbnail, quantity }]
  })
}
