import type {
  AdminWalmartRefundBody,
  AdminWalmartRefundPart,
  Hundredths,
} from "../../../types/http"

/** Amounts to refund by part, as typed. */
export type ChosenAmounts = Readonly<Record<string, string>>

/** Names a part among those of its order. */
export function partKey({ line_number, type }: AdminWalmartRefundPart): string {
  return `${line_number} ${type}`
}

/** What is typed for a part; 0 for an empty field, NaN for what is no amount with two decimals at most. */
export function amountOf(chosen: ChosenAmounts, part: AdminWalmartRefundPart): Hundredths {
  const typed = (chosen[partKey(part)] ?? "").trim().replace(",", ".")
  return /^(\d{1,9}(\.\d{0,2})?)?$/.test(typed) ? Math.round(Number(typed) * 100) : NaN
}

/** Whether so much can be refunded of a part. */
export function isPossible(chosen: ChosenAmounts, part: AdminWalmartRefundPart): boolean {
  return amountOf(chosen, part) <= part.left
}

/** Everything that is left. */
export function theRest(parts: AdminWalmartRefundPart[]): ChosenAmounts {
  const open = parts.filter(({ left }) => left > 0)
  return Object.fromEntries(open.map((part) => [partKey(part), (part.left / 100).toFixed(2)]))
}

/** What is asked of the API, or null while something is missing or impossible. */
export function refundBody(
  parts: AdminWalmartRefundPart[],
  chosen: ChosenAmounts,
  reason: string
): AdminWalmartRefundBody | null {
  if (reason === "" || parts.some((part) => !isPossible(chosen, part))) return null
  const lines = parts
    .map((part) => ({
      ...{ line_number: part.line_number, type: part.type },
      amount: amountOf(chosen, part),
    }))
    .filter(({ amount }) => amount > 0)
  return lines.length > 0 ? { lines, reason } : null
}

/** What is refunded in all, in hundredths. */
export function totalOf({ lines }: Pick<AdminWalmartRefundBody, "lines">): Hundredths {
  return lines.reduce((sum, { amount }) => sum + amount, 0)
}
