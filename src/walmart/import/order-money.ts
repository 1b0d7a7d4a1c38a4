import {
  type ChargesPer,
  chargedCents,
  type LineMoney,
  lineMoney,
  partOfMoney,
  totalOf,
} from "../orders/charges"
import type { ImportSettings } from "./planned-order"
import { lineQuantities, type Order, type OrderLine } from "../orders/order"
import type { Attention } from "../updates/model/update"
import { say } from "../words/phrase"

/** Units of a line that Walmart has not canceled. */
export function remainingUnits(line: OrderLine): number {
  return Math.max(0, line.quantity - lineQuantities(line).canceled)
}

/** Lines as they are imported: what Walmart has not canceled, or everything when nothing is left. */
export function importedUnits(
  order: Pick<Order, "lines">
): { line: OrderLine; quantity: number }[] {
  const isCanceled = order.lines.every((line) => remainingUnits(line) === 0)
  return order.lines
    .map((line) => ({ line, quantity: isCanceled ? line.quantity : remainingUnits(line) }))
    .filter(({ quantity }) => quantity > 0)
}

/** How the charges of an order are read, or why they cannot be. */
export type Reading = { per: ChargesPer; note: string | null } | Attention

/** An order as far as its money is read. */
type ChargedOrder = Pick<Order, "lines" | "summaryTotal">

/** What an account says of reading charges. */
export type ReadingSettings = Pick<ImportSettings, "chargesPer" | "onTotalMismatch">

/**
 * Chooses between charges per line and per unit. Walmart's own order total decides when it sends one: the configured reading
 * if it fits, otherwise the other. Both with and without taxes count as fitting, because Walmart does not say which it sends.
 * After a cancellation its total may be the old or the new one, so it only confirms and never forbids; when it confirms both
 * readings and they differ, nothing is known. What else the total may hold is documented nowhere
 * (docs/walmart-api.md, "Money and charges"), so an account may choose to have a mismatch noted only.
 */
export function readingOf(
  order: ChargedOrder,
  { chargesPer, onTotalMismatch }: ReadingSettings
): Reading {
  const configured = chargesPer
  const { summaryTotal } = order
  if (summaryTotal === null) return { per: configured, note: uncheckedNote(order, configured) }
  const other: ChargesPer = configured === "line" ? "unit" : "line"
  const fitting = [configured, other].filter((reading) =>
    totalsOf(order, reading).includes(summaryTotal)
  )
  const [per] = fitting
  if (fitting.length === 2 && importedTotal(order, "line") !== importedTotal(order, "unit")) {
    return undecided(ambiguity(order, summaryTotal), { chargesPer, onTotalMismatch })
  }
  if (per === configured) return { per, note: null }
  if (per)
    return {
      per,
      note: `Walmart's total shows that its charges are per ${per}, not per ${configured}.`,
    }
  if (order.lines.some((line) => lineQuantities(line).canceled > 0)) {
    return {
      per: configured,
      note: `Walmart's total ${shownCents(summaryTotal)} could not be checked, because units are canceled.`,
    }
  }
  return undecided(mismatch(order, summaryTotal), { chargesPer, onTotalMismatch })
}

/** Noted, or left to a person, as the account says. */
function undecided(doubt: Attention, { chargesPer, onTotalMismatch }: ReadingSettings): Reading {
  if (onTotalMismatch === "note") {
    const note = `${doubt.message} It was imported with its charges per ${chargesPer}.`
    return { per: chargesPer, note }
  }
  return doubt
}

function mismatch(order: ChargedOrder, summaryTotal: number): Attention {
  const [line, unit] = [totalsOf(order, "line")[0], totalsOf(order, "unit")[0]].map(shownCents)
  const about = { total: shownCents(summaryTotal), sum: line, perLine: line, perUnit: unit }
  return say("total_mismatch", about, line === unit ? "" : "both")
}

/** After a cancellation the old total of charges per line may be the new one of charges per unit. */
function ambiguity(order: ChargedOrder, summaryTotal: number): Attention {
  const [perLine, perUnit] = [importedTotal(order, "line"), importedTotal(order, "unit")].map(
    shownCents
  )
  return say("total_ambiguous", { total: shownCents(summaryTotal), perLine, perUnit })
}

/** What an import would make of the order's units. */
function importedTotal(order: ChargedOrder, per: ChargesPer): number {
  return sum(
    importedUnits(order).map(({ line, quantity }) => totalOf(importedMoney(line, quantity, per)))
  )
}

/** Where it matters how charges are read, a person should know that nothing confirmed it. */
function uncheckedNote(order: ChargedOrder, per: ChargesPer): string | null {
  if (totalsOf(order, "line")[0] === totalsOf(order, "unit")[0]) return null
  return `Walmart sent no total, so nothing confirms that its charges are per ${per}; compare the order's total with Seller Center.`
}

function totalsOf(order: ChargedOrder, per: ChargesPer): number[] {
  const full = sum(order.lines.map((line) => chargedCents(line, per)))
  const untaxed = sum(order.lines.map((line) => chargedCents(withoutTax(line), per)))
  const left = sum(order.lines.map((line) => leftCents(line, per)))
  return [full, left, untaxed]
}

function withoutTax(line: OrderLine): OrderLine {
  return { ...line, charges: line.charges.map((charge) => ({ ...charge, tax: 0 })) }
}

function leftCents(line: OrderLine, per: ChargesPer): number {
  if (line.quantity === 0) return 0
  return Math.round((chargedCents(line, per) * remainingUnits(line)) / line.quantity)
}

/** Money of the imported units of a line. */
export function importedMoney(line: OrderLine, quantity: number, per: ChargesPer): LineMoney {
  return partOfMoney(lineMoney(line, per), quantity, line.quantity)
}

/** "12.50" of 1250 cents. */
export function shownCents(cents: number): string {
  return (cents / 100).toFixed(2)
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
