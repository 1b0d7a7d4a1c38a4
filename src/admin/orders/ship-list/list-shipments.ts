import type { AdminWalmartShipmentCheck, AdminWalmartWantedShipment } from "../../../types/http"
import { WANTED_LIMITS as LIMITS } from "../../../walmart/checks/wanted-limits"
import { sumOfUnits } from "../../../walmart/common/units"
import { asks, type ShipOutcome } from "../ship/ship"
import type { ListRow, ParsedList } from "./parse-list"
import type { SaidText } from "../../data/spoken"

/** A shipment of the list: a row, all rows of a parcel that name its items, or all rows of an order that name none, each a box. */
export interface ListShipment {
  /** Of the text, from 1. */
  lines: number[]
  wanted: AdminWalmartWantedShipment
  /** How many units it has by its rows, which do not say of which SKU; null where they do not count them. */
  units: number | null
  /** Rows whose items count although another row of the list is the same. */
  repeated: number[]
}

/**
 * Rows as shipments. Rows of one order without items share its units, as several boxes of one shipment do; rows with items that have
 * the same number, such as those of a file with a row an item, are one parcel, whose carrier may stand in one of them only. Pure.
 */
export function shipmentsOf(rows: ListRow[]): ListShipment[] {
  const shipments: ListShipment[] = []
  for (const row of rows) {
    const same = shipments.find(({ wanted }) => isSameShipment(wanted, row))
    if (same) {
      same.lines.push(row.line)
      same.units = same.units === null || row.units === null ? null : same.units + row.units
      same.repeated.push(...repeatedIn(row))
      addTo(same.wanted, row)
    } else {
      const wanted = wantedOf(row)
      shipments.push({ lines: [row.line], wanted, units: row.units, repeated: repeatedIn(row) })
    }
  }
  return shipments
}

/** A number that is there twice without items is asked about by the check. */
function repeatedIn({ line, items, repeats }: ListRow): number[] {
  return items === null || repeats === undefined ? [] : [line]
}

function isSameShipment(wanted: AdminWalmartWantedShipment, row: ListRow): boolean {
  if (wanted.order !== row.order) return false
  if (!row.items) return isSameCarrier(wanted, row) && hasRoomForBox(wanted)
  const isEither = !wanted.carrier || !row.carrier || isSameCarrier(wanted, row)
  return isEither && isSameParcel(wanted, row)
}

function isSameCarrier({ carrier }: AdminWalmartWantedShipment, row: ListRow): boolean {
  return (carrier ?? "").toLowerCase() === row.carrier.toLowerCase()
}

function isSameParcel({ items, labels }: AdminWalmartWantedShipment, row: ListRow): boolean {
  const count = (items?.length ?? 0) + (row.items?.length ?? 0)
  return items !== undefined && count <= LIMITS.items && labels[0].tracking_number === row.number
}

function hasRoomForBox({ items, labels }: AdminWalmartWantedShipment): boolean {
  return items === undefined && labels.length < LIMITS.labels
}

function addTo(wanted: AdminWalmartWantedShipment, row: ListRow): void {
  if (!row.items || !wanted.items) return void wanted.labels.push(labelOf(row))
  wanted.items.push(...row.items)
  if (!wanted.carrier && row.carrier) wanted.carrier = row.carrier
}

function wantedOf(row: ListRow): AdminWalmartWantedShipment {
  const { order, carrier, items } = row
  return {
    ...{ order, labels: [labelOf(row)] },
    ...(carrier ? { carrier } : {}),
    ...(items ? { items: [...items] } : {}),
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
  /** For a person. */
  why: SaidText[]
  /** A person said to ship what is asked about. */
  isConfirmed: boolean
}

/** A shipment as the check found it. Pure. */
export function entryOf(shipment: ListShipment, check: AdminWalmartShipmentCheck): ListEntry {
  const isAsked = asks(check) || countsOthers(shipment, check) || shipment.repeated.length > 0
  const state =
    check.state === "shipped" ? "known" : check.state === "ready" && isAsked ? "asks" : check.state
  const why = check.state === "refused" ? check.refusals : check.concerns
  return { ...shipment, check, state, why, isConfirmed: false }
}

/** Its rows count other units than would leave: they are of some lines only, or something has left already. Pure. */
export function countsOthers(
  { units }: Pick<ListShipment, "units">,
  { items }: Pick<AdminWalmartShipmentCheck, "items">
): boolean {
  return units !== null && units !== sumOfUnits(items)
}

/** Those that would be shipped now: also what failed before, which may be tried again. Pure. */
export function isToShip({ state, isConfirmed }: ListEntry): boolean {
  return state === "ready" || state === "failed" || (state === "asks" && isConfirmed)
}

/** An entry after it was tried; what is asked since then was not confirmed. Pure. */
export function afterShipping(entry: ListEntry, outcome: ShipOutcome): ListEntry {
  if ("check" in outcome) return entryOf(entry, outcome.check)
  return { ...entry, state: outcome.kind, why: [] }
}

/** Every row of the list has left, so that it may be forgotten; what was refused or could not be read is still to be put right. Pure. */
export function isAllShipped(entries: ListEntry[], faults: ParsedList["faults"]): boolean {
  const isShipped = entries.every(({ state }) => state === "shipped" || state === "known")
  return entries.length > 0 && faults.length === 0 && isShipped
}

/** The columns may be others than they were taken for: words that name none, or rows that are refused without any. Pure. */
export function isHeadingMissed(
  entries: Pick<ListEntry, "state">[],
  { faults, heading }: Pick<ParsedList, "faults" | "heading">
): boolean {
  if (heading !== "none") return heading === "unknown"
  return faults.length > 0 || entries.some(({ state }) => state === "refused")
}

/** How many are in which state, and how many rows could not be read. Pure. */
export function countsOf(
  entries: ListEntry[],
  faults: ParsedList["faults"]
): Record<ListState | "unreadable", number> {
  const counts = { ready: 0, asks: 0, refused: 0, known: 0, shipping: 0, shipped: 0, failed: 0 }
  for (const { state } of entries) counts[state] += 1
  return { ...counts, unreadable: faults.length }
}
