import { z } from "@medusajs/framework/zod"
import { optionalInstant, optionalMinorUnits, optionalText, text } from "./fields"
import { realAddressPart, realName, realPhone } from "./placeholders"

/** Text, empty when there is none. */
export const orEmpty = optionalText.transform((value) => value ?? "")

/** What Walmart may send as a list of one as well; anything that cannot be read counts as not sent. */
function detail<T extends z.ZodType>(schema: T) {
  const first = z.array(schema).transform((list) => list.at(0))
  return z.union([schema, first]).nullish().catch(null)
}

const postalAddress = z.object({
  name: optionalText.transform(realName),
  address1: orEmpty,
  address2: optionalText.transform(realAddressPart),
  city: orEmpty,
  state: optionalText,
  postalCode: orEmpty,
  country: orEmpty,
  addressType: optionalText,
})

/** Where an order goes and by when; only its ship method is needed, because it must be echoed (docs/walmart-api.md, "Shipping"). */
export const shippingInfo = z.object({
  phone: optionalText.transform(realPhone),
  methodCode: text,
  estimatedShipDate: optionalInstant,
  estimatedDeliveryDate: optionalInstant,
  postalAddress: detail(postalAddress).transform((address) => address ?? null),
})

const SELLERS_NODE = "SellerFulfilled"

/** Orders without a ship node are the seller's own, as in Walmart's default search (docs/walmart-api.md, "Reading orders"). */
const nodeType = optionalText.transform((type) =>
  type === null || type.toLowerCase() === SELLERS_NODE.toLowerCase() ? SELLERS_NODE : type
)

/** The node an order is sent from. */
export const shipNode = detail(
  z.object({ type: nodeType, id: optionalText, name: optionalText })
).transform((node) => node ?? { type: SELLERS_NODE, id: null, name: null })

/** The OpenAPI document calls the amount `currencyAmount`, older examples and other markets `amount`. */
const totalAmount = z
  .object({ currencyAmount: optionalMinorUnits, amount: optionalMinorUnits })
  .transform(({ currencyAmount, amount }) => currencyAmount ?? amount)

/** Walmart's total of the order, null when it sent none. */
export const orderSummary = detail(z.object({ totalAmount: detail(totalAmount) })).transform(
  (summary) => summary?.totalAmount ?? null
)
