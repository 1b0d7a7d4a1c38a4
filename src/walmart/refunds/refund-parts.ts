import { type ChargesPer, leastSumOf, shareOfSum } from "../orders/charges"
import { type Charge, goneUnits, lineQuantities, type OrderLine } from "../orders/order"
import { sum, sumOfAmounts } from "../common/sums"

/** What of a line is given back for itself: its price, its shipping, or charges of a type that Walmart added later. Hundredths. */
export interface RefundPart {
  lineNumber: string
  /** `PRODUCT`, `SHIPPING`, or the type of the charge. */
  type: string
  /** Name of the charge, as Walmart writes it. */
  name: string
  currency: string
  /** Units of the line that have left. */
  units: number
  /** What may be given back altogether, tax included: the share of the units that have left. */
  charged: number
  /** All units of the line have left, so that `charged` is the whole charge. */
  isWhole: boolean
  /** Tax in `charged`. */
  tax: number
  /** What Walmart shows as given back already, tax included; never more than `charged`. */
  refunded: number
  /** Tax in `refunded`, as far as Walmart names it. */
  refundedTax: number
}

/** Which part of an order is meant. */
export type PartName = Pick<RefundPart, "lineNumber" | "type">

/** Whether both are about the same part of the same line. */
export function isSamePart(one: PartName, other: PartName): boolean {
  return one.lineNumber === other.lineNumber && one.type === other.type
}

/** What of these amounts is of one part. */
export function sumOfPart(amounts: (PartName & { amount: number })[], part: PartName): number {
  return sumOfAmounts(amounts.filter((one) => isSamePart(one, part)))
}

/** A line as far as its money is looked at. */
export type RefundableLine = Pick<
  OrderLine,
  "lineNumber" | "quantity" | "charges" | "statuses" | "refunds"
>

/** Names of parts whose charge has none. */
const NAMES: Record<string, string> = { PRODUCT: "ItemPrice", SHIPPING: "Shipping" }

/**
 * What can be given back of a line, and what has been. Discounts lower the part they belong to. Where Walmart shows units as refunded
 * and no amounts, their share counts; amounts that cannot be read count as everything, so that nothing is given back twice. Pure.
 */
export function refundParts(line: RefundableLine, per: ChargesPer): RefundPart[] {
  const types = [...new Set(line.charges.map(partOf))]
  const parts = types.map((type) => chargedPart(line, type, per)).filter(hasMoney)
  return withRefunds(line, parts)
}

/** What is still to be given back of a part. */
export function leftOf({ charged, refunded }: Pick<RefundPart, "charged" | "refunded">): number {
  return charged - refunded
}

/** What Walmart shows as given back of these parts, in hundredths. */
export function refundedOf(parts: RefundPart[]): number {
  return sum(parts.map(({ refunded }) => refunded))
}

function hasMoney({ charged }: RefundPart): boolean {
  return charged > 0
}

/** A discount of a type of its own lowers the price. */
function partOf({ type, amount }: Charge): string {
  const name = type.trim().toUpperCase()
  return name !== "SHIPPING" && amount < 0 ? "PRODUCT" : name
}

function chargedPart(line: RefundableLine, type: string, per: ChargesPer): RefundPart {
  const charges = line.charges.filter((charge) => partOf(charge) === type)
  const named = charges.find(({ amount }) => amount > 0) ?? charges[0]
  const factor = per === "unit" ? line.quantity : 1
  const gone = goneUnits(line.quantity, lineQuantities(line))
  const least = leastSumOf(line)
  const share = (hundredths: number) =>
    shareOfSum(hundredths * factor, [gone, line.quantity], least)
  return {
    ...{ lineNumber: line.lineNumber, type, currency: named.currency },
    name: NAMES[type] ?? named.name,
    units: gone,
    charged: share(sum(charges.map(({ amount, tax }) => amount + tax))),
    tax: share(sum(charges.map(({ tax }) => tax))),
    ...{ refunded: 0, refundedTax: 0, isWhole: gone === line.quantity },
  }
}

function withRefunds(line: RefundableLine, parts: RefundPart[]): RefundPart[] {
  if (line.refunds === null) return parts.map(allRefunded)
  const shown = line.refunds ?? []
  return shown.length > 0 ? withShown(parts, shown) : withRefundedUnits(line, parts)
}

function allRefunded(part: RefundPart): RefundPart {
  return { ...part, refunded: part.charged, refundedTax: part.tax }
}

/** In Seller Center a sum for the whole line may be entered under one charge: what is more than this one's fills the others. */
function withShown(parts: RefundPart[], shown: Charge[]): RefundPart[] {
  const given = parts.map((part) => shown.filter((charge) => partOf(charge) === part.type))
  const own = parts.map(({ charged }, i) => within(charged, sum(given[i].map(grossOf))))
  let spare = sum(shown.map(grossOf)) - sum(own)
  return parts.map((part, i) => {
    const more = Math.min(spare, part.charged - own[i])
    spare -= more
    const refundedTax = within(part.tax, sum(given[i].map(({ tax }) => tax)))
    return { ...part, refunded: own[i] + more, refundedTax }
  })
}

/** At least nothing: a discount that was given back for itself makes no more of a charge than it was. */
function within(most: number, hundredths: number): number {
  return Math.max(0, Math.min(most, hundredths))
}

function withRefundedUnits(line: RefundableLine, parts: RefundPart[]): RefundPart[] {
  const quantities = lineQuantities(line)
  const gone = goneUnits(line.quantity, quantities)
  const units = Math.min(quantities.refunded, gone)
  if (units === 0) return parts
  const share = (hundredths: number) => shareOfSum(hundredths, [units, gone], leastSumOf(line))
  return parts.map((part) => ({
    ...part,
    refunded: share(part.charged),
    refundedTax: share(part.tax),
  }))
}

function grossOf({ amount, tax }: Charge): number {
  return amount + tax
}
