import { z } from "@medusajs/framework/zod"
import { ownValue } from "../../common/own-value"
import { withDiscountSign } from "../../orders/discounts"
import { givenBack } from "../../orders/given-back"
import type { Charge } from "../../orders/order"
import {
  currencyCode,
  holderOf,
  isAbsent,
  isRecord,
  listOf,
  minorUnits,
  minorUnitsOrZero,
  moneyOf,
  objectOrNothing,
  optionalText,
  yes,
} from "./fields"

const taxMoney = z.object({ amount: minorUnitsOrZero, currency: currencyCode })

/** A sum that stands in the tax itself instead of its `taxAmount` is money as well; an empty tax is no money. */
const tax = z
  .preprocess(
    (raw) => (isRecord(raw) && !("taxAmount" in raw) ? { taxAmount: raw } : (raw ?? {})),
    z.object({ taxAmount: objectOrNothing(moneyOf(taxMoney)) })
  )
  .transform(({ taxAmount }) => taxAmount ?? { amount: 0, currency: null })

const namedSum = moneyOf(z.object({ currency: optionalText, amount: minorUnits }))

/** A sum that is left out is none; money that is there and cannot be read is refused. */
const sumOrNothing = z.preprocess((raw) => (isNoSum(raw) ? null : raw), namedSum.nullable())

function isNoSum(raw: unknown): boolean {
  if (!isRecord(raw)) return isAbsent(raw) || (Array.isArray(raw) && raw.length === 0)
  const { currency: _code, currencyUnit: _unit, ...sums } = raw
  return Object.values(sums).every(isAbsent)
}

/** Unknown charge types are kept (docs/walmart-api.md, "Money and charges"). */
const described = { chargeType: optionalText, chargeName: optionalText, tax: listOf(tax) }

const taxedCharge = { ...described, chargeAmount: namedSum }

type TaxedCharge = z.output<z.ZodObject<typeof described>> & {
  chargeAmount?: { currency: string | null; amount: number } | null
}

/** A tax in another currency than its charge cannot be added to it. */
function inOneCurrency(raw: TaxedCharge, context: z.RefinementCtx) {
  const own = currencyOf(raw)?.toUpperCase()
  const foreign = raw.tax.find(({ amount, currency }) => amount !== 0 && (currency ?? own) !== own)
  if (!foreign) return
  const message = `is in ${foreign.currency}, expected ${own} like its charge`
  context.addIssue({ code: "custom", path: ["tax"], message })
}

/** What names neither a charge nor a sum is something else in a charge's place, and may hold money under another name. */
function saysSomething(
  { chargeType, chargeName, chargeAmount }: TaxedCharge,
  context: z.RefinementCtx
) {
  if (chargeType !== null || chargeName !== null || chargeAmount) return
  context.addIssue({ code: "custom", message: "names neither a charge nor its amount" })
}

/** The currency that a charge or, without one, its tax names. */
function currencyOf({ chargeAmount, tax: taxes }: TaxedCharge): string | null {
  return chargeAmount?.currency ?? taxes.flatMap(({ currency }) => currency ?? []).at(0) ?? null
}

/** Types by the names that Walmart gives to charges of them (docs/walmart-api.md, "Money and charges"). */
const TYPES_BY_NAME = { itemprice: "PRODUCT", shipping: "SHIPPING" } as const

const UNTYPED = "OTHER"

function asCharge(raw: TaxedCharge): Charge {
  const name = raw.chargeName?.replaceAll(" ", "").toLowerCase() ?? ""
  const type = raw.chargeType ?? ownValue<string>(TYPES_BY_NAME, name)
  return {
    type: type ?? UNTYPED,
    name: raw.chargeName ?? type ?? UNTYPED,
    currency: currencyOf(raw) ?? "",
    amount: raw.chargeAmount?.amount ?? 0,
    tax: raw.tax.reduce((sum, { amount }) => sum + amount, 0),
    ...(type === undefined ? { isUntyped: true } : {}),
    ...(raw.chargeAmount ? {} : { isUnpriced: true }),
  }
}

const charge = z
  .object({
    ...described,
    chargeAmount: sumOrNothing.optional(),
    isDiscount: yes,
    discountType: optionalText,
  })
  .superRefine(inOneCurrency)
  .superRefine(saysSomething)
  .transform((raw) => withDiscountSign(raw, asCharge(raw)))

/** The charges of a line. */
export const charges = holderOf("charge", listOf(charge))

const refundCharge = z
  .object({ charge: z.object(taxedCharge).superRefine(inOneCurrency) })
  .transform(({ charge: raw }) => asCharge(raw))

const refund = holderOf("refundCharges", holderOf("refundCharge", listOf(refundCharge))).transform(
  givenBack
)

/** What cannot be read is known to be there: no order is unreadable for it, and no refund is sent on top of it. */
export const refunds = holderOf("refund", listOf(refund))
  .transform((all): Charge[] | null => all.flat())
  .catch(null)
