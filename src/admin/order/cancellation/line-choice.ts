import type {
  AdminWalmartCancelBody,
  AdminWalmartCancelableLine,
  AdminWalmartOrderLine,
  AdminWalmartReason,
} from "../../../types/http"

/** A line as the form shows it. */
export interface ChoosableLine extends AdminWalmartCancelableLine {
  sku: string
  name: string
  customerAsked: boolean
}

/** Units to cancel by line number, as typed. */
export type ChosenUnits = Readonly<Record<string, string>>

/** Lines of which Walmart has units open, with their names; what is open and in a fulfillment is shown and cannot be chosen. */
export function choosableLines(
  cancelable: AdminWalmartCancelableLine[],
  lines: AdminWalmartOrderLine[]
): ChoosableLine[] {
  return cancelable.flatMap((line) => {
    const shown = lines.find(({ line_number }) => line_number === line.line_number)
    if (!shown || (line.open === 0 && line.cancelable === 0)) return []
    const { sku, product_name: name, customer_asked_to_cancel: customerAsked } = shown
    return [{ ...line, sku, name, customerAsked }]
  })
}

/** Units typed for a line; none for an empty field, NaN for what is no whole number. */
export function unitsOf(chosen: ChosenUnits, { line_number }: { line_number: string }): number {
  const typed = (chosen[line_number] ?? "").trim()
  return /^\d*$/.test(typed) ? Number(typed) : NaN
}

/** Whether anything is typed for any line. */
export function isChosen(chosen: ChosenUnits): boolean {
  return Object.values(chosen).some((units) => units.trim() !== "")
}

/** Whether a line's units can be canceled. */
export function isPossible(chosen: ChosenUnits, line: ChoosableLine): boolean {
  return unitsOf(chosen, line) <= line.cancelable
}

/** Everything that can be canceled. */
export function theRest(lines: ChoosableLine[]): ChosenUnits {
  return Object.fromEntries(
    lines
      .filter(({ cancelable }) => cancelable > 0)
      .map(({ line_number, cancelable }) => [line_number, String(cancelable)])
  )
}

/** Lines of which units are chosen. */
export function chosenLines(lines: ChoosableLine[], chosen: ChosenUnits): ChoosableLine[] {
  return lines.filter((line) => unitsOf(chosen, line) > 0)
}

/** Reasons for these lines: the customer's own only where the customer asked for each. */
export function reasonsForLines(
  reasons: AdminWalmartReason[],
  lines: ChoosableLine[]
): AdminWalmartReason[] {
  const isAsked = lines.length > 0 && lines.every(({ customerAsked }) => customerAsked)
  return reasons.filter(({ only_when_customer_asked: only }) => isAsked || !only)
}

/** What is asked of the API, or null while something is missing or impossible; without lines when nothing of the order would be left. */
export function cancelBody(
  lines: ChoosableLine[],
  chosen: ChosenUnits,
  reason: string,
  all: AdminWalmartCancelableLine[]
): AdminWalmartCancelBody | null {
  const named = chosenLines(lines, chosen)
  if (reason === "" || named.length === 0) return null
  if (lines.some((line) => !isPossible(chosen, line))) return null
  const isEverything = all.every((line) => unitsOf(chosen, line) === line.left)
  if (isEverything) return { reason }
  const units = named.map((line) => ({
    line_number: line.line_number,
    quantity: unitsOf(chosen, line),
  }))
  return { reason, lines: units }
}

/** What a text says of an account's rate: its percent as the reader writes numbers. Pure. */
export function rateInWords<Rate extends { orders: number; canceled: number }>(
  rate: Rate,
  number: (value: number) => string
) {
  return { ...rate, percent: number(percentOf(rate) ?? 0) }
}

/** Share of canceled orders in percent, to one decimal; null while there are no orders. */
export function percentOf({ orders, canceled }: { orders: number; canceled: number }) {
  return orders === 0 ? null : Math.round((canceled / orders) * 1000) / 10
}
