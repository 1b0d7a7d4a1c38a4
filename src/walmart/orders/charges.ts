import { leastSumIn } from "../common/money"
import type { Charge, OrderLine } from "./order"
import { ownValue } from "../common/own-value"

/** Whether Walmart's charges are for the whole line or for one unit; not documented (docs/walmart-api.md, "Money and charges"). */
export type ChargesPer = "line" | "unit"

/** Money of a line in cents, sorted by how Medusa can show it. */
export interface LineMoney {
  /** Price before discounts. */
  list: number
  /** Discounts, 0 or negative. */
  discount: number
  productTax: number
  shipping: number
  shippingTax: number
  /** Charges of types this plugin does not know, taxes included. */
  other: number
}

/** What may be read off a charge, with what it is called when it is not known. */
const NAMED = { PRODUCT: "product", SHIPPING: "shipping" } as const

/** All charges and taxes of a line in cents. */
export function chargedCents(
  line: Pick<OrderLine, "charges" | "quantity">,
  per: ChargesPer
): number {
  const total = line.charges.reduce((sum, { amount, tax }) => sum + amount + tax, 0)
  return total * factorOf(line, per)
}

/**
 * Sorts the charges of a line. A negative amount lowers the price, whatever Walmart calls it, except a negative shipping
 * charge, which lowers shipping. A charge of a new type is kept as another charge.
 */
export function lineMoney(
  line: Pick<OrderLine, "charges" | "quantity">,
  per: ChargesPer
): LineMoney {
  const money = { list: 0, discount: 0, productTax: 0, shipping: 0, shippingTax: 0, other: 0 }
  const factor = factorOf(line, per)
  for (const charge of line.charges) addCharge(money, charge, factor)
  return money
}

/** Whether a line says what its item costs, be it nothing. */
export function hasPrice({ charges }: Pick<OrderLine, "charges">): boolean {
  return charges.some(({ type, amount }) => kindOf(type) === "product" && amount >= 0)
}

function kindOf(type: string): "product" | "shipping" | "other" {
  return ownValue<"product" | "shipping">(NAMED, type.trim().toUpperCase()) ?? "other"
}

function addCharge(money: LineMoney, { type, amount, tax }: Charge, factor: number): void {
  const kind = kindOf(type)
  if (kind === "shipping") {
    money.shipping += amount * factor
    money.shippingTax += tax * factor
  } else if (amount < 0) {
    money.discount += amount * factor
    money.productTax += tax * factor
  } else if (kind === "product") {
    money.list += amount * factor
    money.productTax += tax * factor
  } else {
    money.other += (amount + tax) * factor
  }
}

/** Lines whose charges all name a currency: their own, otherwise that of the order's other charges, otherwise the given one. Pure. */
export function inNamedCurrency(lines: OrderLine[], otherwise?: string | null): OrderLine[] {
  const own = lines.flatMap((line) => line.charges).map(({ currency }) => currency)
  const usual = own.find(Boolean) ?? otherwise ?? ""
  const named = (one: Charge) => (one.currency === "" ? { ...one, currency: usual } : one)
  return lines.map((line) => ({
    ...line,
    charges: line.charges.map(named),
    ...(line.refunds ? { refunds: line.refunds.map(named) } : {}),
  }))
}

/** Least sum of a line's currency, in hundredths. */
export function leastSumOf({ charges }: Pick<OrderLine, "charges">): number {
  return Math.max(1, ...charges.map(({ currency }) => leastSumIn(currency)))
}

/** Share of a sum for `part` of `whole` units, a multiple of the least sum there is. */
export function shareOfSum(cents: number, [part, whole]: [number, number], least: number): number {
  return part === whole ? cents : Math.round((cents * part) / whole / least) * least
}

/** Money of `part` of `whole` units, each amount rounded to the least sum there is. */
export function partOfMoney(
  money: LineMoney,
  part: number,
  whole: number,
  least: number
): LineMoney {
  const share = (cents: number) => shareOfSum(cents, [part, whole], least)
  return {
    list: share(money.list),
    discount: share(money.discount),
    productTax: share(money.productTax),
    shipping: share(money.shipping),
    shippingTax: share(money.shippingTax),
    other: share(money.other),
  }
}

/** Everything the buyer pays of it. */
export function totalOf(money: LineMoney): number {
  const { list, discount, productTax, shipping, shippingTax, other } = money
  return list + discount + productTax + shipping + shippingTax + other
}

/**
 * What a line's charges and taxes may be off together because each was rounded to the least sum there is: half of it each, for every
 * unit that it counts for.
 */
export function roundingOf(line: Pick<OrderLine, "charges" | "quantity">, per: ChargesPer): number {
  const amounts = line.charges.flatMap(({ amount, tax }) => [amount, tax])
  const rounded = amounts.filter((amount) => amount !== 0).length
  return (rounded * factorOf(line, per) * leastSumOf(line)) / 2
}

function factorOf({ quantity }: Pick<OrderLine, "quantity">, per: ChargesPer): number {
  return per === "unit" ? quantity : 1
}
