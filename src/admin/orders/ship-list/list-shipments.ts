import type { AdminWalmartShipmentCheck, AdminWalmartWantedShipment } from "../../../types/http"
import { asks, type ShipOutcome } from "../ship/ship"
import type { ListRow } from "./parse-list"

/** A shipment of the list: a row, or all rows of an order that name no items, each a box. */
export interface ListShipment {
  /** Of the text, from 1. */
  lines: number[]
  wanted: AdminWalmartWantedShipment
}

/** Rows as shipments. Rows of one order without items share its units, as several boxes of one shipment do. Pure. */
export function shipmentsOf(rows: ListRow[]): ListShipment[] {
  const shipments: ListShipment[] = []
  for (const row of rows) {
    const same = shipments.find(({ wanted }) => isSameShipment(wanted, row))
    if (same) {
      same.lines.push(row.line)
      same.wanted.labels.push(labelOf(row))
    } else {
      shipments.push({ lines: [row.line], wanted: wantedOf(row) })
    }
  }
  return shipments
}

function isSameShipment(wanted: AdminWalmartWantedShipment, { order, items, carrier }: ListRow) {
  const isWhole = !wanted.items && items === null
  return isWhole && wanted.order === order && (wanted.carrier ?? "") === carrier
}

function wantedOf(row: ListRow): AdminWalmartWantedShipment {
  const { order, carrier, items } = row
  return {
    ...{ order, labels: [labelOf(row)] },
    ...(carrier ? { carrier } : {}),
    ...(items ? { items } : {}),
  }
}

function labelOf({ number, url }: ListRow) {
  return { tracking_number: number, ...(url ? { tracking_url: url } : {}) }
}

/** How a shipment of the list stands. */
export type ListState = "ready" | "asks" | "refused" | "known" | "shipping" | "shipped" | "failed"

/** A shipment with how it stands, and why it is not shipped. */
export interface ListEntry extends ListShipment {
  state: ListState
  check: AdminWalmartShipmentCheck
  /** Sentences for a person. */
  why: string[]
  /** A person said to ship what is asked about. */
  isConfirmed: boolean
}

/** A shipment as the check found it. Pure. */
export function entryOf(shipment: ListShipment, check: AdminWalmartShipmentCheck): ListEntry {
  const state =
    check.state === "shipped"
      ? "known"
      : check.state === "ready" && asks(check)
        ? "asks"
        : check.state
  const why = check.state === "refused" ? check.refusals : check.concerns
  return { ...shipment, check, state, why, isConfirmed: false }
}

/** Those that would be shipped now: also what failed before, which may be tried again. Pure. */
export function isToShip({ state, isConfirmed }: ListEntry): boolean {
  return state === "ready" || state === "failed" || (state === "asks" && isConfirmed)
}

/** An entry after it was tried. Pure. */
export function afterShipping(entry: ListEntry, outcome: ShipOutcome): ListEntry {
  if ("check" in outcome)
    return { ...entryOf(entry, outcome.check), isConfirmed: entry.isConfirmed }
  return { ...entry, state: outcome.kind, why: [] }
}

/** How many are in which state. Pure. */
export function countsOf(entries: ListEntry[]): Record<ListState, number> {
  const counts = { ready: 0, asks: 0, refused: 0, known: 0, shipping: 0, shipped: 0, failed: 0 }
  for (const { state } of entries) counts[state] += 1
  return counts
}
