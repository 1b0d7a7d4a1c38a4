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

/** Medusa's side. Every imported order counts as acknowledged, because that is what it is meant to be. */
export function accountOfMedusa({ items, fulfillments, status }: Order): Account {
  const units = (count: (item: Order["items"][number]) => number) =>
    total(items.map((item) => [item.variant_sku ?? "", count(item)]))
  const shipped = (item: Order["items"][number]) => Number(item.detail.shipped_quantity)
  const left = fulfillments.filter(({ shipped_at, canceled_at }) => shipped_at && !canceled_at)
  return {
    acknowledged: units(({ quantity }) => quantity),
    shipped: units(shipped),
    canceled: status === "canceled" ? units((item) => item.quantity - shipped(item)) : {},
    packages: unique(left.flatMap(({ labels }) => labels.map(numberOf))),
  }
}

/** Spaces and hyphens are for the eye; Walmart gets the number without them. */
function numberOf({ tracking_number }: { tracking_number: string }): string {
  return tracking_number.replace(/[\s-]/g, "").toUpperCase()
}

/** Walmart's side: the effects that the simulator accepted. */
export function accountOfWalmart(ledger: LedgerEntry[]): Account {
  const units = (effect: LedgerEntry["effect"]) =>
    total(only(ledger, effect).map(({ sku, quantity }) => [sku ?? "", quantity]))
  return {
    acknowledged: units("acknowledged"),
    shipped: units("shipped"),
    canceled: units("cancelled"),
    packages: unique(only(ledger, "shipped").map(({ trackingNumber }) => trackingNumber ?? "")),
  }
}

/** Both sides of one order. */
export function compare(label: string, order: Order, ledger: LedgerEntry[]): Comparison {
  const medusa = accountOfMedusa(order)
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
