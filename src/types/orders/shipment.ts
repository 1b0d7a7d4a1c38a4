import type { WalmartPhrase, WalmartProblem, WalmartText } from "../common"

/** What would be sent for one tracking number. */
export interface AdminWalmartLabelCheck {
  tracking_number: string
  carrier: string | null
  is_listed_carrier: boolean
  tracking_url: string | null
  problems: WalmartProblem[]
  warnings: WalmartProblem[]
}

/** A fulfillment that has not left yet, and which carrier would be sent for it. */
export interface AdminWalmartFulfillment {
  id: string
  lines: { line_number: string; quantity: number }[]
  /** Chosen by a person, kept until it ships. */
  chosen: { carrier: string; tracking_url: string | null; chosen_by: string | null } | null
  /** Lines whose customer asked Walmart to cancel; shipping is refused until they are canceled or `ship_anyway` is decided. */
  asked_lines: string[]
  /** Someone decided to ship although the customer asked. */
  ship_anyway: boolean
  ship_anyway_by: string | null
  /** What the Ship screen asks about it; shipping is refused until all of them are confirmed. */
  concerns: AdminWalmartConcern[]
  /** From the account's carrier map; null when the tracking number or link decides. */
  mapped: string | null
  /** Labels it has already, each checked as it would be sent. */
  checks: AdminWalmartLabelCheck[]
}

/** Something about a fulfillment that may be meant, so that a person confirms it before it ships. */
export interface AdminWalmartConcern {
  key: string
  message: string
  /** The message for a translation. */
  words: WalmartPhrase[]
  /** Who said to ship anyway; null while nobody did. */
  confirmed_by: string | null
}

/** Body of `POST /admin/walmart/orders/:id/carrier`. */
export interface AdminWalmartCarrierBody {
  fulfillment_id: string
  /** Left out: only checks. Null: takes the choice back. */
  carrier?: string | null
  tracking_url?: string | null
  /** Only checked, never kept. */
  tracking_number?: string
  /** Ship although the customer asked Walmart to cancel; left out, nothing changes. */
  ship_anyway?: boolean
  /** Keys of all `concerns` that are confirmed; what is left out is not, and left out itself it changes nothing. */
  confirm?: string[]
  /** Checks carrier and link as they are given here, instead of those chosen before, and keeps nothing. */
  check_only?: boolean
}

/** A fulfillment after its carrier was chosen or checked. */
export interface AdminWalmartCarrierResponse {
  fulfillment: AdminWalmartFulfillment
  /** Null when no tracking number was given. */
  check: AdminWalmartLabelCheck | null
}

/** A shipment that someone means to make. */
export interface AdminWalmartWantedShipment {
  /** Purchase order, customer order or Medusa's own number (`#12`), or the id of either order. */
  order: string
  /** None to ask what could be shipped. */
  labels: { tracking_number: string; tracking_url?: string | null }[]
  /** Left out: recognized. */
  carrier?: string | null
  /** Units by SKU, or by line number; left out for all that is left. */
  items?: AdminWalmartNamedUnits[]
}

/** Units that are named by what a person knows, which may be the number of a line too, or by the line. */
export type AdminWalmartNamedUnits =
  { sku: string; quantity: number } | { line_number: string; quantity: number }

/** Body of `POST /admin/walmart/shipments/check`, which writes nothing. */
export interface AdminWalmartShipmentsCheckBody {
  /** At most 500, as they would be shipped one after the other. */
  shipments: AdminWalmartWantedShipment[]
}

/** Units of a line that a shipment would hold. */
export interface AdminWalmartShipmentItem {
  line_number: string
  line_item_id: string | null
  sku: string
  product_name: string
  thumbnail: string | null
  quantity: number
}

/** Units that can leave as one shipment now. */
export interface AdminWalmartShipmentChoice {
  /** A fulfillment that was made and has not left; null when one has to be made. */
  fulfillment_id: string | null
  items: AdminWalmartShipmentItem[]
}

/** What would become of a shipment by what is known now. */
export interface AdminWalmartShipmentCheck {
  /** Null when the order was not found. */
  order: {
    id: string
    /** Of the Medusa order. */
    order_id: string | null
    display_id: number | null
    purchase_order_id: string
  } | null
  /** `shipped`: the order has a shipment of these numbers already, and nothing is left to do. */
  state: "ready" | "shipped" | "refused"
  /** What to ship: the fulfillment, or the units and the stock location to make one of. */
  fulfillment_id: string | null
  items: AdminWalmartShipmentItem[]
  location_id: string | null
  /** All fulfillments there are, by which a new one is recognized. */
  known_fulfillment_ids: string[]
  choices: AdminWalmartShipmentChoice[]
  checks: AdminWalmartLabelCheck[]
  refusals: WalmartText[]
  /** What has to be confirmed by shipping anyway. */
  concerns: WalmartText[]
  /** Lines that the customer asked Walmart to cancel, which has to be confirmed in the same way. */
  asked_lines: string[]
}

/** Answer of `POST /admin/walmart/shipments/check`. */
export interface AdminWalmartShipmentsCheckResponse {
  /** In the order of the question. */
  shipments: AdminWalmartShipmentCheck[]
  /** Walmart's carriers in the markets of these orders. */
  carriers: string[]
}
