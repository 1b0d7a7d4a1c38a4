import { z } from "@medusajs/framework/zod"
import {
  anything,
  currencyCode,
  isRecord,
  optionalInstant,
  optionalMinorUnits,
  optionalText,
  text,
} from "./fields"
import type { OrderLine, ShipNode } from "../../orders/order"
import { realAddressPart, realName, realPhone } from "./placeholders"

/** Text, empty when there is none. */
export const orEmpty = optionalText.transform((value) => value ?? "")

/** What Walmart may send as a list of one as well; anything that cannot be read counts as not sent. */
function detail<T extends z.ZodType>(schema: T) {
  const first = z.array(schema).transform((list) => list.at(0))
  return z.union([schema, first]).nullish().catch(null)
}

const namePart = optionalText.transform(realName)

const splitName = z.object({ firstName: namePart, lastName: namePart })

function joined({ firstName, lastName }: z.output<typeof splitName>): string {
  return [firstName, lastName].filter(Boolean).join(" ")
}

/** A name that comes in parts is one as well, in the name's own place or beside it. */
const recipient = anything.transform((raw) =>
  isRecord(raw) ? joined(splitName.parse(raw)) : namePart.parse(raw)
)

const postalAddress = z
  .object({
    name: recipient,
    ...splitName.shape,
    address1: orEmpty,
    address2: optionalText.transform(realAddressPart),
    city: orEmpty,
    state: optionalText,
    postalCode: orEmpty,
    country: orEmpty,
    addressType: optionalText,
  })
  .transform(({ name, firstName, lastName, ...place }) => ({
    name: name || joined({ firstName, lastName }),
    ...place,
  }))

/** Where an order goes and by when; only its ship method is needed, because it must be echoed (docs/walmart-api.md, "Shipping"). */
export const shippingInfo = z.object({
  phone: optionalText.transform(realPhone),
  methodCode: text,
  estimatedShipDate: optionalInstant,
  estimatedDeliveryDate: optionalInstant,
  postalAddress: detail(postalAddress).transform((address) => address ?? null),
})

const TYPE_ALONE = /fulfilled|^\s*(wfs|3pl|walmart)\s*$/i

/** The node an order is sent from; its type alone says as much as the node, and an order of Walmart's own must not pass for the seller's. */
export const shipNode = z
  .preprocess(
    (raw) => (typeof raw === "string" && TYPE_ALONE.test(raw) ? { type: raw } : raw),
    detail(z.object({ type: optionalText, id: optionalText, name: optionalText }))
  )
  .transform((node): ShipNode => ({
    ...typeOf(node?.type ?? null),
    id: node?.id ?? null,
    name: node?.name ?? null,
  }))

const SELLERS_NODE = "SellerFulfilled"

/**
 * Orders without a kind of ship node are the seller's own, as in Walmart's default search, and so is what names nobody else: to leave
 * it alone would lose a whole seller's orders without a word, and nothing is shipped but by a person, who is told of the doubt
 * (docs/walmart-api.md, "Order and line statuses").
 */
function typeOf(type: string | null): Pick<ShipNode, "type" | "unknownType"> {
  if (type === null) return { type: SELLERS_NODE }
  if (/wfs|3pl/i.test(type)) return { type }
  if (/seller/i.test(type)) return { type: SELLERS_NODE }
  return /walmart/i.test(type) ? { type } : { type: SELLERS_NODE, unknownType: type }
}

/** The OpenAPI document calls the amount `currencyAmount`, older examples and other markets `amount`. */
const totalAmount = z
  .object({
    currencyAmount: optionalMinorUnits,
    amount: optionalMinorUnits,
    currencyUnit: currencyCode,
    currency: currencyCode,
  })
  .transform((raw) => ({
    amount: raw.currencyAmount ?? raw.amount,
    currency: raw.currencyUnit ?? raw.currency,
  }))

/** Walmart's total of the order, null when it sent none; its currency is null when it cannot be read. */
export const orderSummary = detail(z.object({ totalAmount: detail(totalAmount) })).transform(
  (summary) => summary?.totalAmount ?? null
)

/** Walmart's total, null for one in another currency than the charges: it confirms nothing of them and forbids nothing. */
export function totalInCurrency(
  total: { amount: number | null; currency: string | null } | null,
  lines: OrderLine[]
): number | null {
  const charged = lines
    .flatMap(({ charges }) => charges)
    .find(({ currency }) => currency !== "")
    ?.currency.toUpperCase()
  const isForeign = total?.currency && charged && total.currency !== charged
  return isForeign ? null : (total?.amount ?? null)
}
