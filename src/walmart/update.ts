import type { CarrierChoice } from "./carriers"

/** Units of one Walmart line. */
export interface LineUnits {
  lineNumber: string
  quantity: number
}

/** One box of a shipment: which units are in it and how it travels. */
export interface Package {
  /** Normalised, ready to send. */
  trackingNumber: string
  carrier: CarrierChoice
  lines: LineUnits[]
}

/** Walmart acknowledges whole purchase orders in the US, so there is nothing to say but that it is wanted. */
export interface AcknowledgmentPayload {
  kind: "acknowledgment"
}

/** A Medusa fulfillment that left the house. */
export interface ShipmentPayload {
  kind: "shipment"
  fulfillmentId: string
  /** Epoch milliseconds of the shipment in Medusa. */
  shippedAt: number
  packages: Package[]
  /** Numbers that corrections replaced. What Walmart shows under one of them has left all the same and is never sent again. */
  formerNumbers?: string[]
  /** Country it leaves from, ISO 3166-1 alpha-2 in capitals; only where the market asks for it. */
  shipFromCountry?: string
  /** Printed on Walmart's return label, at most 30 characters (`sellerOrderId`). */
  sellerOrderId: string
  /** A person decided to ship although the buyer asked Walmart to cancel. */
  overrideCustomerCancellation?: boolean
}

/** Units of one line that will not be shipped. */
export interface CanceledUnits extends LineUnits {
  /** All units of the line that Walmart shall show as canceled afterwards; makes sending repeatable. */
  total: number
}

/** Units that will not be shipped. */
export interface CancellationPayload {
  kind: "cancellation"
  /** A reason code of the market; empty while nobody chose one. */
  reason: string
  lines: CanceledUnits[]
  /** Id of the line cancellation it is for; absent when the reason is the order's. */
  cause?: string
}

/** Units that a person canceled with a reason of their own, which says nothing about any others. */
export interface LineCancellation {
  /** Id of Medusa's order change that takes the units out. */
  id: string
  reason: string
  /** Id of the person. */
  by: string
  /** Units of each line that are canceled afterwards, with all earlier ones. */
  lines: { lineNumber: string; total: number }[]
}

/** What an update wants Walmart to know, in domain terms. */
export type UpdatePayload = AcknowledgmentPayload | ShipmentPayload | CancellationPayload

/** Tracking numbers that an update tells; none for other kinds, and for a payload that makes no sense. */
export function trackingNumbersOf(payload: UpdatePayload): string[] {
  if (payload.kind !== "shipment" || !Array.isArray(payload.packages)) return []
  return payload.packages.map(({ trackingNumber }) => trackingNumber)
}

export type UpdateKind = UpdatePayload["kind"]

export type UpdateStatus = "pending" | "sent" | "needs_attention" | "dismissed" | "superseded"

/** Version written beside every payload; a row of another version waits for a person instead of being guessed at. */
export const PAYLOAD_VERSION = 1

/** Why an update or an import cannot go on by itself. */
export interface Attention {
  /** Stable, for filters and translations. */
  code: string
  /** What is wrong, with the value. */
  message: string
  /** What to do now. */
  nextStep: string
}

/**
 * Whether this version understands an update's payload. One that it does not is left to a person: nothing is concluded from it.
 */
export function isReadable({ payload, payloadVersion }: KnownUpdate): boolean {
  if (payloadVersion !== PAYLOAD_VERSION) return false
  return payload.kind !== "cancellation" || Array.isArray(payload.lines)
}

/** An update the planner wants written: pending, or waiting for a person from the start. */
export interface PlannedUpdate {
  uniqueKey: string
  payload: UpdatePayload
  attention: Attention | null
  warnings: string[]
  /** Epoch milliseconds of what happened in Medusa. */
  happenedAt: number
  /** Id of the person who shipped it, or who chose the cancellation's reason, where Medusa knows it. */
  requestedBy?: string
}

/** An update that exists already, as the planner and the sender see it. */
export interface KnownUpdate {
  id: string
  sequence: number
  uniqueKey: string
  status: UpdateStatus
  payload: UpdatePayload
  /** Version the payload was written with. */
  payloadVersion: number
  /** Epoch milliseconds of when Walmart showed it. */
  sentAt?: number | null
  /** Why it waits for a person; absent where it does not, or where nobody asks. */
  attention?: Pick<Attention, "message" | "nextStep"> | null
}
