import type { LedgerEntry } from "../simulator"
import type { Order } from "../testing/admin-client"

/** What one side holds to be true of an order; units by SKU, packages by tracking number. */
export interface Account {
  acknowledged: Record<string, number>
  shipped: Record<string, number>
  canceled: Record<string, number>
  packages: string[]
}

/** One order, told by both sides. */
export interface Comparison {
  label: string
  purchaseOrderId: string
  medusa: Account
  walmart: Account
  /** In words, for the table: what Walmart's ledger adds to the numbers. */
  carriers: string[]
  reasons: string[]
  agrees: boolean
}

/** Units by SKU. */
export type Units = Record<string, number>

/**
 * Medusa's side. Every imported order counts as acknowledged, because that is what it is meant to be.
 * @param ordered what the shopper bought; units that are no longer in the order were canceled
 */
function accountOfMedusa(order: Order, ordered = unitsOf(order, inOrder)): Account {
  const { fulfillments, status } = order
  const kept = unitsOf(order, status === "canceled" ? shippedOf : inOrder)
  const left = fulfillments.filter(({ shipped_at, canceled_at }) => shipped_at && !canceled_at)
  return {
    acknowledged: total(Object.entries(ordered)),
    shipped: unitsOf(order, shippedOf),
    canceled: total([
      ...Object.entries(ordered),
      ...Object.entries(kept).map(([sku, units]): [string, number] => [sku, -units]),
    ]),
    packages: unique(left.flatMap(({ labels }) => labels.map(numberOf))),
  }
}

type Item = Order["items"][number]

function unitsOf({ items }: Order, count: (item: Item) => number): Units {
  return total(items.map((item) => [item.variant_sku ?? "", count(item)]))
}

function inOrder({ quantity }: Item): number {
  return quantity
}

function shippedOf({ detail }: Item): number {
  return Number(detail.shipped_quantity)
}

/** Spaces and hyphens are for the eye; Walmart gets the number without them. */
function numberOf({ tracking_number }: { tracking_number: string }): string {
  return tracking_number.replace(/[\s-]/g, "").toUpperCase()
}

/** Walmart's side: the effects that the simulator accepted. */
function accountOfWalmart(ledger: LedgerEntry[]): Account {
  const units = (effect: LedgerEntry["effect"]) =>
    total(only(ledger, effect).map(({ sku, quantity }) => [sku ?? "", quantity]))
  return {
    acknowledged: units("acknowledged"),
    shipped: units("shipped"),
    canceled: units("cancelled"),
    packages: unique(numbersNow(ledger)),
  }
}

/** Of a line whose tracking was changed only what it was changed to. */
function numbersNow(ledger: LedgerEntry[]): string[] {
  const changes = only(ledger, "tracking_changed")
  const changed = new Set(changes.map(({ lineNumber }) => lineNumber))
  const first = only(ledger, "shipped").filter(({ lineNumber }) => !changed.has(lineNumber))
  return [...first, ...changes].map(({ trackingNumber }) => trackingNumber ?? "")
}

/** Both sides of one order. */
export function compare(
  label: string,
  order: Order,
  ledger: LedgerEntry[],
  ordered?: Units
): Comparison {
  const medusa = accountOfMedusa(order, ordered)
  const walmart = accountOfWalmart(ledger)
  return {
    label,
    purchaseOrderId: ledger[0]?.purchaseOrderId ?? "unknown",
    medusa,
    walmart,
    carriers: unique(ledger.map(({ carrier }) => carrier ?? "")),
    reasons: unique(ledger.map(({ reason }) => reason ?? "")),
    agrees: JSON.stringify(medusa) === JSON.stringify(walmart),
  }
}

/** The table of the tour's end. */
export function table(comparisons: Comparison[]): string {
  const rows = comparisons.map((one) => [
    one.label,
    one.purchaseOrderId,
    inWords(one.medusa),
    [inWords(one.walmart), ...one.carriers, ...one.reasons].join(", "),
    one.agrees ? "yes" : "NO",
  ])
  const all = [["Order", "Purchase order", "Medusa", "Walmart's ledger", "Agree"], ...rows]
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)))
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join("  ")
        .trimEnd()
    )
    .join("\n")
}

function inWords({ acknowledged, shipped, canceled, packages }: Account): string {
  const parts = [
    `acknowledged ${count(acknowledged)}`,
    count(shipped) && `shipped ${count(shipped)} in ${packages.length}`,
    count(canceled) && `canceled ${count(canceled)}`,
  ]
  return parts.filter(Boolean).join(", ")
}

function count(units: Record<string, number>): number {
  return Object.values(units).reduce((sum, quantity) => sum + quantity, 0)
}

function only(ledger: LedgerEntry[], effect: LedgerEntry["effect"]): LedgerEntry[] {
  return ledger.filter((entry) => entry.effect === effect)
}

/** Sums by key, without zeros and in the order of the keys, so that two sides can be compared as text. */
function total(entries: [string, number][]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const [key, quantity] of entries) sums.set(key, (sums.get(key) ?? 0) + quantity)
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0).sort())
}

function unique(values: string[]): string[] {
  return [...new Set(values.filter(Boolean))].sort()
}
