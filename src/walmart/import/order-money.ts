import { shownMoney } from "../common/money"
import {
  type ChargesPer,
  chargedCents,
  leastSumOf,
  type LineMoney,
  lineMoney,
  partOfMoney,
  roundingOf,
  totalOf,
} from "../orders/charges"
import type { ImportSettings, PlannedItem, PlannedShipping } from "./planned-order"
import { lineQuantities, type Order, type OrderLine } from "../orders/order"
import type { Attention } from "../updates/model/update"
import { type Phrase, phrase, say, wordsOf } from "../words/phrase"
import { sum } from "../common/sums"

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
export type Reading = { per: ChargesPer; note: Phrase[] } | Attention

/** An order as far as its money is read. */
type ChargedOrder = Pick<Order, "lines" | "summaryTotal">

/** What an account says of reading charges. */
export type ReadingSettings = Pick<ImportSettings, "chargesPer" | "onTotalMismatch">

/**
 * Chooses between charges per line and per unit. Walmart's own order total decides when it sends one: the configured reading
 * if it fits, otherwise the other. Both with and without taxes count as fitting, because Walmart does not say which it sends.
 * After a cancellation its total may be the old or the new one, so it only confirms and never forbids; when it confirms both
 * readings and they differ, nothing is known. A total that is off by no more than the rounding of each charge fits as well, where none
 * fits exactly; the order then has its charges, and a note says so. What else the total may hold is documented nowhere
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
  const fitting = fittingOf(order, summaryTotal, [configured, other])
  const [per] = fitting
  if (fitting.length === 2 && isOwed(order) && differs(order)) {
    return undecided(ambiguity(order, summaryTotal), { chargesPer, onTotalMismatch })
  }
  if (per) {
    const chosen = per === configured ? [] : [phrase("charges_per", `message_${per}`, {})]
    return { per, note: [...chosen, ...roundedNote(order, summaryTotal, per)] }
  }
  if (order.lines.some((line) => lineQuantities(line).canceled > 0)) {
    const note = phrase("charges_per", "message_unchecked", { total: shownIn(order)(summaryTotal) })
    return { per: configured, note: [note] }
  }
  return undecided(mismatch(order, summaryTotal), { chargesPer, onTotalMismatch })
}

/** The readings that a total confirms: exactly, or where none does, but for rounding. */
function fittingOf(
  order: ChargedOrder,
  summaryTotal: number,
  readings: ChargesPer[]
): ChargesPer[] {
  const exact = readings.filter((per) => distanceOf(order, summaryTotal, per) === 0)
  if (exact.length > 0) return exact
  return readings.filter((per) => distanceOf(order, summaryTotal, per) <= toleranceOf(order, per))
}

function distanceOf(order: ChargedOrder, summaryTotal: number, per: ChargesPer): number {
  return Math.min(...totalsOf(order, per).map((total) => Math.abs(total - summaryTotal)))
}

/** Least sums that rounding may account for in one order at most. */
const MOST_ROUNDED = 5

function toleranceOf({ lines }: ChargedOrder, per: ChargesPer): number {
  const least = Math.max(1, ...lines.map(leastSumOf))
  const rounded = sum(lines.map((line) => roundingOf(line, per)))
  return Math.min(MOST_ROUNDED, Math.floor(rounded / least)) * least
}

function roundedNote(order: ChargedOrder, summaryTotal: number, per: ChargesPer): Phrase[] {
  const away = (total: number) => Math.abs(total - summaryTotal)
  const [nearest] = totalsOf(order, per).sort((a, b) => away(a) - away(b))
  if (nearest === summaryTotal) return []
  const shown = shownIn(order)
  const about = { sum: shown(nearest), total: shown(summaryTotal) }
  return [phrase("charges_per", "message_rounded", about)]
}

/** Nothing is owed of an order that is canceled as a whole, however its charges are read. */
function isOwed({ lines }: ChargedOrder): boolean {
  return lines.some((line) => remainingUnits(line) > 0)
}

/** Whether the two readings make different sums of the units to import. */
function differs(order: ChargedOrder): boolean {
  return importedTotal(order, "line") !== importedTotal(order, "unit")
}

/** Noted, or left to a person, as the account says. */
function undecided(doubt: Attention, { chargesPer, onTotalMismatch }: ReadingSettings): Reading {
  if (onTotalMismatch === "note") {
    const imported = phrase("charges_per", `message_imported_${chargesPer}`, {})
    return { per: chargesPer, note: [...wordsOf(doubt).message, imported] }
  }
  return doubt
}

function mismatch(order: ChargedOrder, summaryTotal: number): Attention {
  const shown = shownIn(order)
  const [line, unit] = [totalsOf(order, "line")[0], totalsOf(order, "unit")[0]].map(shown)
  const about = { total: shown(summaryTotal), sum: line, perLine: line, perUnit: unit }
  return say("total_mismatch", about, line === unit ? "" : "both")
}

/** After a cancellation the old total of charges per line may be the new one of charges per unit. */
function ambiguity(order: ChargedOrder, summaryTotal: number): Attention {
  const shown = shownIn(order)
  const totals = [importedTotal(order, "line"), importedTotal(order, "unit")]
  const [perLine, perUnit] = totals.map(shown)
  return say("total_ambiguous", { total: shown(summaryTotal), perLine, perUnit })
}

/** What an import would make of the order's units. */
function importedTotal(order: ChargedOrder, per: ChargesPer): number {
  return sum(
    importedUnits(order).map(({ line, quantity }) => totalOf(importedMoney(line, quantity, per)))
  )
}

/** Where it matters how charges are read, a person should know that nothing confirmed it. */
function uncheckedNote(order: ChargedOrder, per: ChargesPer): Phrase[] {
  if (totalsOf(order, "line")[0] === totalsOf(order, "unit")[0]) return []
  return [phrase("charges_per", `message_unconfirmed_${per}`, {})]
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

/** What an import makes of the units that are left, so that a total which confirms it is that of the Medusa order to the cent. */
function leftCents(line: OrderLine, per: ChargesPer): number {
  const left = remainingUnits(line)
  return left === 0 ? 0 : totalOf(importedMoney(line, left, per))
}

/** Money of the imported units of a line. */
export function importedMoney(line: OrderLine, quantity: number, per: ChargesPer): LineMoney {
  return partOfMoney(lineMoney(line, per), quantity, line.quantity, leastSumOf(line))
}

/** Total of an imported order in hundredths: what its items and its shipping cost, tax included. */
export function orderTotal(
  items: Pick<PlannedItem, "net" | "tax">[],
  shipping: Pick<PlannedShipping, "amount" | "tax">[]
): number {
  return sum([...items.map((one) => one.net + one.tax), ...shipping.map(withTax)])
}

function withTax({ amount, tax }: Pick<PlannedShipping, "amount" | "tax">): number {
  return amount + tax
}

/** Writes amounts in an order's currency; one without charges has none to write. */
export function shownIn({ lines }: Pick<Order, "lines">): (hundredths: number) => string {
  const currency = lines.flatMap(({ charges }) => charges).at(0)?.currency
  return (hundredths) => shownMoney(hundredths, currency)
}
