import type { ChargesPer } from "../orders/charges"
import type {
  PlannedAddress,
  PlannedItem,
  PlannedOrder,
  PlannedShipping,
  ImportSettings,
  Named,
  ShippingOption,
  StoreSide,
} from "./planned-order"
import { notesOf } from "./import-notes"
import { planAddress } from "./plan-address"
import { chargeProblems, productProblems, stockProblems, storeSku } from "./plan-checks"
import { unitProblems } from "./plan-units"
import { locationOf, regionOf, shippingOptionFor } from "./plan-places"
import type { Order } from "../orders/order"
import { importedMoney, orderTotal, importedUnits, readingOf, remainingUnits } from "./order-money"
import { earlierPackages, unitsGone } from "./shipped-before-import"
import type { Attention } from "../updates/model/update"
import { type Phrase, say, saying, wordsOf } from "../words/phrase"
import { sum } from "../common/sums"

/** An order that can be created, or everything that stands against it in one message. */
export type ImportDecision =
  { planned: PlannedOrder; attention: null } | { planned: null; attention: Attention }

/**
 * Turns a Walmart order into the Medusa order to create. Its total is Walmart's to the cent. Units canceled at Walmart are left
 * out with their part of the charges; an order canceled as a whole is kept whole. Pure.
 */
export function planOrder(
  order: Order,
  store: StoreSide,
  settings: ImportSettings
): ImportDecision {
  const problems: Attention[] = []
  const places = placesOf(order, store, settings, problems)
  const reading = found(readingOf(order, settings), problems)
  const per = reading?.per ?? settings.chargesPer
  problems.push(...productProblems(order, store, settings))
  problems.push(...unitProblems(order, per), ...chargeProblems(order, per))
  const items = planItems(order, store, settings, per)
  const options = places ? optionsOf(order, items, { ...places, store, settings }, problems) : []
  if (!places || problems.length > 0) return { planned: null, attention: inOne(problems) }
  const { currencyCode, region, channel, location, address } = places
  const shipping = planShipping(order, per, options)
  const isCanceled = order.lines.every((line) => remainingUnits(line) === 0)
  const planned: PlannedOrder = {
    currencyCode,
    regionId: region.id,
    salesChannelId: channel.id,
    locationId: location.id,
    email: order.customerEmail,
    address,
    items,
    shipping,
    total: orderTotal(items, shipping),
    chargesPer: per,
    canceled: isCanceled,
    shippedBeforeImport: isCanceled ? [] : earlierPackages(order),
    metadata: metadataOf(order, settings),
    notes: notesOf(order, { reading: reading?.note ?? [], items, location, isCanceled }),
  }
  return { planned, attention: null }
}

/** What was looked for, or null after noting the problem, so that a person learns of all problems at once. */
function found<T extends object>(wanted: T | Attention, problems: Attention[]): T | null {
  if (!("remedy" in wanted)) return wanted
  problems.push(wanted)
  return null
}

/** Where the order belongs in the store, null when something of it is missing. */
function placesOf(order: Order, store: StoreSide, settings: ImportSettings, problems: Attention[]) {
  const currency = found(currencyOf(order, settings), problems)
  const region = currency && found(regionOf(store, settings, currency.code), problems)
  const channel = found(store.salesChannel ?? noSalesChannel(settings), problems)
  const location = found(locationOf(order, store, settings), problems)
  const address = found(planAddress(order), problems)
  if (!currency || !region || !channel || !location || !address) return null
  return { currencyCode: currency.code, region, channel, location, address }
}

/** A shipping option for each shipping profile of the items. */
function optionsOf(
  order: Order,
  items: PlannedItem[],
  places: {
    store: StoreSide
    settings: ImportSettings
    location: Named
    address: PlannedAddress
  },
  problems: Attention[]
): ShippingOption[] {
  problems.push(...stockProblems(items, places.location))
  const country = places.address.country_code
  return profilesOf(items).flatMap((profileId) => {
    const option = found(shippingOptionFor(order, profileId, { ...places, country }), problems)
    return option ?? []
  })
}

/** An order may come without charges, or without their currency; it is in the market's then. */
function currencyOf(order: Order, { currency }: ImportSettings): { code: string } | Attention {
  const charges = order.lines.flatMap((line) => line.charges)
  const codes = [...new Set(charges.map((one) => (one.currency || currency).toLowerCase()))]
  if (codes.length < 2) return { code: codes[0] ?? currency }
  return say("currency_mixed", { currencies: codes.join(", ").toUpperCase() })
}

function noSalesChannel({ salesChannelId }: ImportSettings): Attention {
  const channel = salesChannelId ?? ""
  return say("sales_channel_missing", { channel }, channel ? "named" : "")
}

/** Items of the lines whose variant is known; the others are problems already. */
function planItems(
  order: Order,
  store: StoreSide,
  { skuMap }: ImportSettings,
  per: ChargesPer
): PlannedItem[] {
  const variants = new Map(store.variants.map((variant) => [variant.sku, variant]))
  return importedUnits(order).flatMap(({ line, quantity }): PlannedItem[] => {
    const variant = variants.get(storeSku(line.sku, skuMap))
    if (!variant) return []
    const money = importedMoney(line, quantity, per)
    const net = money.list + money.discount
    const tax = net > 0 ? money.productTax : 0
    const { lineNumber, sku: walmartSku } = line
    return [
      { lineNumber, walmartSku, variant, quantity, list: money.list, net, tax, ...unitsGone(line) },
    ]
  })
}

function profilesOf(items: PlannedItem[]): string[] {
  return [...new Set(items.flatMap(({ variant }) => variant.shippingProfileId ?? []))]
}

/**
 * One method per shipping profile, because Medusa's Fulfill screen asks for it; the first carries Walmart's charge. A charge of
 * an unknown type, and a tax on a charge of 0 (which no rate can express), become a method of their own.
 */
function planShipping(order: Order, per: ChargesPer, options: { id: string }[]): PlannedShipping[] {
  const lines = importedUnits(order).map(({ line, quantity }) => importedMoney(line, quantity, per))
  const amount = sum(lines.map(({ shipping }) => shipping))
  const tax = sum(lines.map(({ shippingTax }) => shippingTax))
  const charges = sum(lines.map(({ other }) => other))
  const orphanTax =
    (amount === 0 ? tax : 0) +
    sum(lines.map((money) => (money.list + money.discount === 0 ? money.productTax : 0)))
  const name = `Walmart ${order.methodCode}`
  const methods = options.map(({ id }, index): PlannedShipping =>
    index === 0 && amount > 0
      ? { name, shippingOptionId: id, amount, tax }
      : { name, shippingOptionId: id, amount: 0, tax: 0 }
  )
  const extra = charges + orphanTax
  if (extra === 0) return methods
  const extraName = charges > 0 ? "Other Walmart charges" : "Walmart tax without a taxable charge"
  return [...methods, { name: extraName, shippingOptionId: options[0].id, amount: extra, tax: 0 }]
}

function metadataOf(order: Order, { accountId }: ImportSettings): Record<string, unknown> {
  return {
    walmart_purchase_order_id: order.purchaseOrderId,
    walmart_customer_order_id: order.customerOrderId,
    walmart_account_id: accountId,
    ...(order.orderType ? { walmart_order_type: order.orderType } : {}),
    ...(order.originalCustomerOrderId
      ? { walmart_original_customer_order_id: order.originalCustomerOrderId }
      : {}),
  }
}

/** All problems as one: everything that is wrong, and every next step once. */
function inOne(problems: Attention[]): Attention {
  const words = problems.map(wordsOf)
  const message = onceEach(words.flatMap((one) => one.message))
  const remedy = onceEach(words.flatMap((one) => one.remedy))
  return { code: problems[0].code, ...saying({ message, remedy }) }
}

function onceEach(phrases: Phrase[]): Phrase[] {
  return [...new Map(phrases.map((one) => [JSON.stringify(one), one])).values()]
}
