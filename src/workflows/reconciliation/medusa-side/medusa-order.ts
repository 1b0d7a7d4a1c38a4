import type { MedusaFulfillment, MedusaOrder } from "../../../walmart/updates/model/sides"
import type { UnitPrice } from "../../../walmart/reconciliation/figures/changed-price"
import type { ReasonsByPerson } from "../../../walmart/updates/model/chosen-reason"
import type { MedusaFacts } from "../../../walmart/reconciliation/figures/line-figures"
import { changedPrices } from "./changed-prices"
import { departureOf, type ShipWhen } from "./departure"
import {
  type FulfilledRow,
  fulfillmentUnits,
  type FulfillmentUnits,
  units,
  type UnitsContext,
} from "./fulfillment-units"
import { ownValue } from "../../../walmart/common/own-value"
import { medusaRefunds } from "./medusa-refunds"
import type { FulfillmentRow, OrderRow } from "./medusa-order-rows"

/** What was decided about a fulfillment in the plugin's own screen. */
export interface CarrierChoiceRow {
  fulfillment_id: string
  carrier: string | null
  tracking_url: string | null
  ship_anyway: boolean
}

/** What turns Medusa's ids into Walmart's words. */
export interface Translation {
  lines: { line_number: string; line_item_id: string | null }[]
  /** What the order recorded of each of its fulfillments. */
  recorded: FulfilledRow[]
  /** What a unit cost at import, by line item id; only of orders with an edit that names a price. */
  importedPrices?: ReadonlyMap<string, UnitPrice>
  choices: CarrierChoiceRow[]
  /** Shipping option id or provider id to Walmart carrier. */
  carrierMap: Record<string, string>
  /** Stock location id to its country, where the market wants to know it. */
  countries?: ReadonlyMap<string, string>
  /** The account's rule; `shipped` when left out. */
  shipWhen?: ShipWhen
  reason: string | null
  reasonBy: string | null
  ownReasons?: ReasonsByPerson
  /** Who canceled it, where that decides its reason. */
  canceledBy?: string | null
  defaultReason: string | null
  /** Medusa refund reason, by id or code, to Walmart's. */
  refundReasonMap?: Record<string, string>
  /** Epoch milliseconds after which refunds are sent that do not say so themselves; null or left out where none is. */
  refundsSentFrom?: number | null
}

/** Translates a Medusa order into the desired state that the planner compares. Pure. */
export function toMedusaOrder(order: OrderRow, translation: Translation): MedusaOrder {
  const context = contextOf(order, translation)
  return {
    displayId: String(order.display_id),
    canceledAt: canceledAt(order),
    updatedAt: time(order.updated_at),
    items: order.items.flatMap((item) => {
      const lineNumber = context.lineNumbers.get(item.id)
      return lineNumber ? [{ lineNumber, quantity: units(item.detail.quantity) }] : []
    }),
    fulfillments: order.fulfillments.map((f) => toFulfillment(f, context, translation)),
    reason: translation.reason,
    reasonBy: translation.reasonBy,
    ownReasons: translation.ownReasons,
    canceledBy: translation.canceledBy,
    defaultReason: translation.defaultReason,
    refunds: medusaRefunds(order, {
      canceledAt: canceledAt(order),
      reasonMap: translation.refundReasonMap ?? {},
      sentFrom: translation.refundsSentFrom ?? null,
    }),
  }
}

/**
 * Translates what else a Medusa order says, for the comparison of both sides. Pure.
 * @param now epoch milliseconds
 */
export function toMedusaFacts(order: OrderRow, translation: Translation, now: number): MedusaFacts {
  const context = contextOf(order, translation)
  const { status } = order
  return {
    closedAs: status === "completed" || status === "archived" ? status : null,
    strangers: order.items
      .filter(({ id }) => !context.lineNumbers.has(id))
      .map(({ id, title, detail }) => ({ title: title ?? id, quantity: units(detail.quantity) }))
      .filter(({ quantity }) => quantity > 0),
    changedPrices: changedPricesOf(order, context, translation),
    lines: order.items.flatMap(({ id, detail, metadata }) => {
      const lineNumber = context.lineNumbers.get(id)
      if (!lineNumber) return []
      return {
        lineNumber,
        fulfilled: units(detail.fulfilled_quantity ?? 0),
        shippedBefore: units(metadata?.walmart_shipped_before_import ?? 0),
        returned: units(detail.return_received_quantity ?? 0),
      }
    }),
    fulfillments: order.fulfillments.map((row) => ({
      id: row.id,
      deliveredAt: timeOrNull(row.delivered_at),
      ...heldBy(fulfillmentUnits(row, context), isReleased(row, context, now)),
    })),
  }
}

/** A canceled order costs nothing on either side. */
function changedPricesOf(
  order: OrderRow,
  { lineNumbers }: UnitsContext,
  { importedPrices }: Translation
) {
  return canceledAt(order) === null ? changedPrices(order.items, lineNumbers, importedPrices) : []
}

/** Core cancels a fulfillment and takes its units off the order's count side by side, so for a moment it still holds them. */
const MOMENT_MS = 60_000

/** Whether the order does not count a fulfillment's units: it was canceled, or made outside the order, which recorded others only. */
function isReleased(
  { id, canceled_at: at, metadata }: FulfillmentRow,
  { recorded }: UnitsContext,
  now: number
): boolean {
  const isRecorded = recorded.some(({ fulfillment_id }) => fulfillment_id === id)
  const isCounted = isRecorded || isShippedBeforeImport(metadata) || recorded.length === 0
  return (at !== null && time(at) < now - MOMENT_MS) || !isCounted
}

/** It mirrors what had left before the import, which the order counts without a record of a fulfillment. */
export function isShippedBeforeImport(metadata: FulfillmentRow["metadata"]): boolean {
  return metadata?.walmart_shipped_before_import === true
}

function heldBy({ lines, brokenLines }: FulfillmentUnits, released: boolean) {
  return { brokenLines, held: released ? [] : lines }
}

function contextOf(order: OrderRow, { lines, recorded }: Translation): UnitsContext {
  return {
    recorded,
    lineNumbers: new Map(
      lines.flatMap((line) => (line.line_item_id ? [[line.line_item_id, line.line_number]] : []))
    ),
    parts: new Map(order.items.map(({ id, variant }) => [id, variant?.inventory_items ?? []])),
  }
}

/** Archiving or completing a canceled order replaces the word in its status; the date stays. */
function canceledAt({ status, canceled_at: at, updated_at }: OrderRow): number | null {
  return timeOrNull(at) ?? (status === "canceled" ? time(updated_at) : null)
}

/** One whose parts are no whole units has no lines: nothing is sent of it, and the comparison says so. */
function toFulfillment(
  row: FulfillmentRow,
  context: UnitsContext,
  { choices, carrierMap, countries, shipWhen = "shipped" }: Translation
): MedusaFulfillment {
  const choice = choices.find(({ fulfillment_id: id }) => id === row.id)
  const { lines, brokenLines } = fulfillmentUnits(row, context)
  return {
    id: row.id,
    ...departureOf(row, shipWhen),
    canceledAt: timeOrNull(row.canceled_at),
    lines: brokenLines.length > 0 ? [] : lines,
    brokenLines,
    labels: row.labels.map((label) => ({
      trackingNumber: label.tracking_number,
      trackingUrl: label.tracking_url,
    })),
    chosen: choice?.carrier ? { carrier: choice.carrier, trackingUrl: choice.tracking_url } : null,
    shipAnyway: choice?.ship_anyway ?? false,
    mapped:
      ownValue(carrierMap, row.shipping_option_id ?? "") ??
      ownValue(carrierMap, row.provider_id ?? "") ??
      null,
    shippedBeforeImport: isShippedBeforeImport(row.metadata),
    shipFromCountry: countries?.get(row.location_id ?? "") ?? null,
  }
}

function timeOrNull(value: string | Date | null | undefined): number | null {
  return value ? time(value) : null
}

function time(value: string | Date): number {
  return new Date(value).getTime()
}
