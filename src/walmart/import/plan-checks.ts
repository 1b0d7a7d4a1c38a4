import type { PlannedItem, ImportSettings, Named, StoreSide, Variant } from "./planned-order"
import type { Order, OrderLine } from "../orders/order"
import { importedMoney, importedUnits, shownIn } from "./order-money"
import type { ChargesPer, LineMoney } from "../orders/charges"
import type { Attention } from "../updates/model/update"
import { type Phrase, phrase, say, saying } from "../words/phrase"
import { ownValue } from "../common/own-value"
import type { MedusaSku, WalmartSku } from "../common/ids"

/** SKU of the store for a Walmart SKU. */
export function storeSku(walmartSku: string, skuMap: Record<string, string>): string {
  return ownValue(skuMap, walmartSku) ?? walmartSku
}

/** What is wrong with the products of an order, once per SKU. */
export function productProblems(
  order: Order,
  store: StoreSide,
  { skuMap }: ImportSettings
): Attention[] {
  const variants = new Map(store.variants.map((variant) => [variant.sku, variant]))
  const skus = [...new Set(importedUnits(order).map(({ line }) => line.sku))]
  if (skus.length === 0) return [emptyOrder(order)]
  return skus.flatMap((sku) => {
    const problem = productProblem(sku, storeSku(sku, skuMap), variants)
    return problem ? [problem] : []
  })
}

function emptyOrder({ purchaseOrderId }: Order): Attention {
  return say("empty_order", { order: purchaseOrderId })
}

function productProblem(sku: WalmartSku, wanted: MedusaSku, variants: Map<string, Variant>) {
  const variant = variants.get(wanted)
  if (!variant) return unknownSku(sku, wanted)
  if (variant.shippingProfileId) return null
  return say("shipping_profile_missing", { product: variant.productTitle, sku: wanted })
}

function unknownSku(sku: WalmartSku, wanted: MedusaSku): Attention {
  const about = { walmartSku: sku, sku: wanted }
  return say("unknown_sku", about, sku === wanted ? "" : "mapped")
}

/** Charges that an order of Medusa cannot show, per line. */
export function chargeProblems(order: Order, per: ChargesPer): Attention[] {
  const lines = importedUnits(order).map(({ line, quantity }) => ({
    line,
    money: importedMoney(line, quantity, per),
  }))
  const shipping = lines.reduce((sum, { money }) => sum + money.shipping, 0)
  const shippingTax = lines.reduce((sum, { money }) => sum + money.shippingTax, 0)
  const shown = shownIn(order)
  return [
    ...lines.flatMap(({ line, money }) => lineCharge(line, money, shown)),
    ...(shipping < 0 ? [phrase(CHARGE, "message_shipping", { amount: shown(shipping) })] : []),
    ...(shippingTax < 0
      ? [phrase(CHARGE, "message_shipping_tax", { amount: shown(shippingTax) })]
      : []),
  ].map(notRepresentable)
}

function lineCharge(
  { lineNumber, sku }: OrderLine,
  money: LineMoney,
  shown: (hundredths: number) => string
): Phrase[] {
  const about = { line: lineNumber, sku }
  if (money.list + money.discount < 0) {
    const figures = { discount: shown(-money.discount), price: shown(money.list) }
    return [phrase(CHARGE, "message_discounts", { ...about, ...figures })]
  }
  const { productTax: tax, other } = money
  if (tax < 0) return [phrase(CHARGE, "message_tax", { ...about, amount: shown(tax) })]
  return other < 0 ? [phrase(CHARGE, "message_charges", { ...about, amount: shown(other) })] : []
}

const CHARGE = "charge_not_representable"

function notRepresentable(what: Phrase): Attention {
  const message = [what, phrase(CHARGE, "message", {})]
  return { code: CHARGE, ...saying({ message, remedy: [phrase(CHARGE, "remedy", {})] }) }
}

/** Items whose stock Medusa manages, but not at the location the order is sent from. */
export function stockProblems(items: PlannedItem[], location: Named): Attention[] {
  const skus = items
    .filter(({ variant }) =>
      variant.parts.some((part) => ownValue(part.available, location.id) === undefined)
    )
    .map(({ variant }) => variant.sku)
  return [...new Set(skus)].map((sku) => say("not_stocked", { sku, location: location.name }))
}

/** Says so of an order that may be somebody else's to ship; it is imported nevertheless. */
export function shipNodeNotes({ shipNode }: Pick<Order, "shipNode">): Phrase[] {
  const { unknownType: type } = shipNode
  return type === undefined ? [] : [phrase("ship_node_unknown", "message", { type })]
}

/** Units that are ordered but not in stock; such an order is imported nevertheless. */
export function stockNotes(items: PlannedItem[], location: Named): Phrase[] {
  const wanted = new Map<string, { sku: string; units: number; available: number }>()
  for (const { variant, quantity, shipped } of items) {
    for (const part of variant.parts) {
      const entry = wanted.get(part.inventoryItemId) ?? {
        sku: variant.sku,
        units: 0,
        available: ownValue(part.available, location.id) ?? 0,
      }
      entry.units += (quantity - shipped) * part.requiredQuantity
      wanted.set(part.inventoryItemId, entry)
    }
  }
  return [...wanted.values()]
    .filter(({ units, available }) => units > 0 && units > available)
    .map(({ sku, units: needed, available }) => {
      const about = { needed, sku, available: Math.max(0, available), location: location.name }
      return phrase("oversold", "message", about)
    })
}
