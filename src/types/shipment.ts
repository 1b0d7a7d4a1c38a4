import type { WalmartProblem } from "./common"

/** What would be sent for one tracking number. */
export interface AdminWalmartLabelCheck {
  tracking_number: string
  carrier: string | null
  is_listed_carrier: boolean
  tracking_url: string | null
  problems: WalmartProblem[]
  warnings: WalmartProblem[]
}

/** A fulfillment that has not left yet, and which carrier would be told for it. */
export interface AdminWalmartFulfillment {
  id: string
  lines: { line_number: string; quantity: number }[]
  /** Chosen by a person, kept until it ships. */
  chosen: { carrier: string; tracking_url: string | null; chosen_by: string | null } | null
  /** Lines whose customer asked Walmart to cancel; shipping is refused until they are canceled or `ship_anyway` is decided. */
  asked_lines: string[]
  /** Somebody decided to ship although the customer asked. */
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
  /** Who said to ship anyway; null while nobody did. */
  confirmed_by: string | null
}

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

export interface AdminWalmartCarrierResponse {
  fulfillment: AdminWalmartFulfillment
  /** Null when no tracking number was given. */
  check: AdminWalmartLabelCheck | null
}
