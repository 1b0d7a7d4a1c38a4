import type {
  AdminWalmartRefundBody,
  AdminWalmartRefundPart,
  Hundredths,
} from "../../../types/http"
import { decimalsOf, typedMoney } from "../../words/money"
import { sumOfAmounts } from "../../../walmart/common/sums"

/** What is typed for a part: an amount, or units, whose amount follows. */
export interface TypedPart {
  amount: string
  units: string
}

/** What is typed, by part. */
export type Typed = Readonly<Record<string, TypedPart>>

const EMPTY: TypedPart = { amount: "", units: "" }

/** Names a part among those of its order. */
export function partKey({ line_number, type }: AdminWalmartRefundPart): string {
  return `${line_number} ${type}`
}

/** What is typed for a part. */
export function typedFor(typed: Typed, part: AdminWalmartRefundPart): TypedPart {
  return typed[partKey(part)] ?? EMPTY
}

/** Whether anything is typed for any part. */
export function isTyped(typed: Typed): boolean {
  return Object.values(typed).some(({ amount, units }) => amount !== "" || units !== "")
}

/** Whether a part can be refunded by units: it is the price of a line. */
export function hasUnits({ type, units }: AdminWalmartRefundPart): boolean {
  return type === "PRODUCT" && units > 0
}

/** Types an amount, which forgets the units. */
export function withAmount(typed: Typed, part: AdminWalmartRefundPart, amount: string): Typed {
  return { ...typed, [partKey(part)]: { amount, units: "" } }
}

/** Types units: the amount is their share of what was charged, with its tax, as far as so much is left. */
export function withUnits(typed: Typed, part: AdminWalmartRefundPart, units: string): Typed {
  const count = unitsIn(units)
  const isShare = count > 0 && count <= part.units
  const share = isShare ? wholeOf((part.charged * count) / part.units, part) : 0
  const amount = share > 0 ? typedMoney(Math.min(share, part.left), part.currency_code) : ""
  return { ...typed, [partKey(part)]: { amount, units } }
}

/** Whether so many units are shipped. */
export function areUnitsPossible(typed: Typed, part: AdminWalmartRefundPart): boolean {
  return unitsIn(typedFor(typed, part).units) <= part.units
}

/** Whether so much can be refunded of a part. */
export function isPossible(typed: Typed, part: AdminWalmartRefundPart): boolean {
  return amountOf(typed, part) <= part.left
}

/** Everything that is left. */
export function theRest(parts: AdminWalmartRefundPart[]): Typed {
  const open = parts.filter(({ left }) => left > 0)
  return Object.fromEntries(
    open.map((part) => {
      const amount = typedMoney(part.left, part.currency_code)
      return [partKey(part), { amount, units: "" }]
    })
  )
}

/** What is asked of the API, or null while something is missing or impossible. */
export function refundBody(
  parts: AdminWalmartRefundPart[],
  typed: Typed,
  reason: string
): AdminWalmartRefundBody | null {
  const isRight = parts.every((part) => isPossible(typed, part) && areUnitsPossible(typed, part))
  if (reason === "" || !isRight) return null
  const lines = parts
    .map((part) => ({
      ...{ line_number: part.line_number, type: part.type },
      amount: amountOf(typed, part),
    }))
    .filter(({ amount }) => amount > 0)
  return lines.length > 0 ? { lines, reason } : null
}

/** What is refunded in all, in hundredths. */
export function totalOf({ lines }: Pick<AdminWalmartRefundBody, "lines">): Hundredths {
  return sumOfAmounts(lines)
}

/** 0 for an empty field, NaN for what is no amount with as many decimals as the currency has, at most. */
function amountOf(typed: Typed, part: AdminWalmartRefundPart): Hundredths {
  const amount = typedFor(typed, part).amount.trim().replace(",", ".")
  const hundredths = Math.round(Number(amount) * 100)
  const isAmount = /^(\d{1,9}(\.\d{0,2})?)?$/.test(amount)
  return isAmount && wholeOf(hundredths, part) === hundredths ? hundredths : NaN
}

/** Rounded to the smallest coin of the currency. */
function wholeOf(hundredths: number, { currency_code }: AdminWalmartRefundPart): Hundredths {
  const coin = 10 ** (2 - decimalsOf(currency_code))
  return Math.round(hundredths / coin) * coin
}

/** 0 for an empty field, NaN for what is no whole number. */
function unitsIn(units: string): number {
  return /^\d{0,6}$/.test(units.trim()) ? Number(units) : NaN
}
