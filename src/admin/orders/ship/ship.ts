import type {
  AdminWalmartShipmentCheck,
  AdminWalmartShipmentsCheckResponse,
  AdminWalmartWantedShipment,
} from "../../../types/http"
import { callApi } from "../../data/api"

/** What became of a shipment that was wanted. A call that fails is thrown instead. */
export type ShipOutcome =
  | { kind: "shipped" }
  /** The order had a shipment of these numbers already. */
  | { kind: "known" }
  /** Nothing was saved. */
  | { kind: "refused" | "asks"; check: AdminWalmartShipmentCheck }

/** Asks what would become of shipments; writes nothing. */
export function checkShipments(
  shipments: AdminWalmartWantedShipment[]
): Promise<AdminWalmartShipmentsCheckResponse> {
  return callApi("walmart/shipments/check", { method: "POST", body: { shipments } })
}

/**
 * Ships by Medusa's own two routes, upon what the order is like this moment: a fulfillment that waits is used, and a shipment that
 * is there already is not made again. So it may be repeated after any failure.
 * @param confirmed what a person saw and confirmed; null for nothing
 * @throws ApiError with Medusa's or the plugin's refusal
 */
export async function ship(
  wanted: AdminWalmartWantedShipment,
  confirmed: Questions | null
): Promise<ShipOutcome> {
  const { shipments } = await checkShipments([wanted])
  const [check] = shipments
  if (check.state === "shipped") return { kind: "known" }
  if (check.state === "refused") return { kind: "refused", check }
  if (!isConfirmed(check, confirmed)) return { kind: "asks", check }
  const fulfillmentId = check.fulfillment_id ?? (await fulfill(check))
  await callApi(`orders/${check.order?.order_id}/fulfillments/${fulfillmentId}/shipments`, {
    method: "POST",
    body: {
      items: itemsOf(check),
      labels: labelsOf(check, wanted),
      additional_data: {
        ...(wanted.carrier ? { walmart_carrier: wanted.carrier } : {}),
        ...(asks(check) ? { walmart_ship_anyway: true } : {}),
      },
    },
  })
  return { kind: "shipped" }
}

/** What has to be confirmed about a shipment. */
export type Questions = Pick<AdminWalmartShipmentCheck, "concerns" | "asked_lines">

/** Somebody has to confirm something about it. */
export function asks({ concerns, asked_lines }: Questions): boolean {
  return concerns.length + asked_lines.length > 0
}

/** All that is asked now was seen by whoever confirmed; a customer's request or another number may have come since. Pure. */
export function isConfirmed(now: Questions, confirmed: Questions | null): boolean {
  const concerns = new Set(confirmed?.concerns.map(({ text }) => text))
  const lines = new Set(confirmed?.asked_lines)
  return (
    now.concerns.every(({ text }) => concerns.has(text)) &&
    now.asked_lines.every((line) => lines.has(line))
  )
}

interface FulfilledOrder {
  order: { fulfillments: { id: string; shipped_at: string | null; canceled_at: string | null }[] }
}

/** Makes a fulfillment. @returns its id, which Medusa's answer does not name */
async function fulfill(check: AdminWalmartShipmentCheck): Promise<string> {
  const { order, location_id, known_fulfillment_ids: known } = check
  const answer = await callApi<FulfilledOrder>(`orders/${order?.order_id}/fulfillments`, {
    method: "POST",
    query: { fields: "id,fulfillments.id,fulfillments.shipped_at,fulfillments.canceled_at" },
    body: { items: itemsOf(check), ...(location_id ? { location_id } : {}) },
  })
  const made = answer.order.fulfillments.find(
    (one) => !known.includes(one.id) && !one.shipped_at && !one.canceled_at
  )
  if (!made) throw new Error("Medusa made no fulfillment.")
  return made.id
}

function itemsOf({ items }: AdminWalmartShipmentCheck) {
  return items.flatMap(({ line_item_id: id, quantity }) => (id ? [{ id, quantity }] : []))
}

/** Numbers are saved as Walmart gets them, without what a scanner adds; Medusa's screens write `#` for a link that is not there. */
function labelsOf({ checks }: AdminWalmartShipmentCheck, { labels }: AdminWalmartWantedShipment) {
  return labels.map(({ tracking_number, tracking_url }, index) => ({
    tracking_number: checks[index]?.tracking_number || tracking_number,
    tracking_url: tracking_url || "#",
    label_url: "#",
  }))
}
