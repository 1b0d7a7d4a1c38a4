import type { PlannedItem, ImportSettings, Named, StoreSide, Variant } from "./planned-order"
import type { Order } from "../orders/order"
import { importedMoney, importedUnits, shownCents } from "./order-money"
import type { ChargesPer } from "../orders/charges"
import type { Attention } from "../updates/model/update"
import { ownValue } from "../common/own-value"

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
  return {
    code: "empty_order",
    message: `Walmart shows no units in order ${purchaseOrderId}.`,
    remedy: "Look at the order in Seller Center; it is asked for again with every poll.",
  }
}

function productProblem(sku: string, wanted: string, variants: Map<string, Variant>) {
  const variant = variants.get(wanted)
  if (!variant) return unknownSku(sku, wanted)
  if (variant.shippingProfileId) return null
  return {
    code: "shipping_profile_missing",
    message: `The product "${variant.productTitle}" (SKU ${wanted}) has no shipping profile, so Medusa could not fulfill it.`,
    remedy: `Give "${variant.productTitle}" a shipping profile on its product page, then import again.`,
  }
}

function unknownSku(sku: string, wanted: string): Attention {
  const mapped = sku === wanted ? "" : ` (mapped to ${wanted} by skuMap)`
  return {
    code: "unknown_sku",
    message: `No product variant of the store has the SKU ${sku}${mapped}.`,
    remedy: `Give the right variant the SKU ${wanted}, or add "${sku}" with the variant's SKU to skuMap of the account in the plugin's options.`,
  }
}

/** Charges that an order of Medusa cannot show, per line. */
export function chargeProblems(order: Order, per: ChargesPer): Attention[] {
  const lines = importedUnits(order).map(({ line, quantity }) => ({
    line,
    money: importedMoney(line, quantity, per),
  }))
  const wrong = lines.flatMap(({ line, money }) => {
    const net = money.list + money.discount
    const where = `Line ${line.lineNumber} (${line.sku})`
    if (net < 0)
      return [
        `${where} has discounts of ${shownCents(-money.discount)} on a price of ${shownCents(money.list)}.`,
      ]
    if (money.productTax < 0) return [`${where} has a tax of ${shownCents(money.productTax)}.`]
    if (money.other < 0) return [`${where} has other charges of ${shownCents(money.other)}.`]
    return []
  })
  const shipping = lines.reduce((sum, { money }) => sum + money.shipping, 0)
  if (shipping < 0) wrong.push(`Shipping costs ${shownCents(shipping)}.`)
  const shippingTax = lines.reduce((sum, { money }) => sum + money.shippingTax, 0)
  if (shippingTax < 0) wrong.push(`The tax on shipping is ${shownCents(shippingTax)}.`)
  return wrong.map((message) => ({
    code: "charge_not_representable",
    message: `${message} Medusa cannot show a negative amount.`,
    remedy: "Compare the charges with the order in Seller Center; handle the order there.",
  }))
}

/** Items whose stock Medusa manages, but not at the location the order is sent from. */
export function stockProblems(items: PlannedItem[], location: Named): Attention[] {
  const skus = items
    .filter(({ variant }) =>
      variant.parts.some((part) => ownValue(part.available, location.id) === undefined)
    )
    .map(({ variant }) => variant.sku)
  return [...new Set(skus)].map((sku) => ({
    code: "not_stocked",
    message: `SKU ${sku} is not stocked at ${location.name}, where this order is sent from.`,
    remedy: `Add ${location.name} to the inventory of ${sku} (a quantity of 0 is enough), then import again.`,
  }))
}

/** Units that are ordered but not in stock; such an order is imported all the same. */
export function stockNotes(items: PlannedItem[], location: Named): string[] {
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
    .map(
      ({ sku, units, available }) =>
        `Oversold: ${units} needed of ${sku}, ${Math.max(0, available)} available at ${location.name}.`
    )
}
