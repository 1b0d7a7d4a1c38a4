import type { ImportSettings, Named, ShippingOption, StoreSide } from "./planned-order"
import type { Order } from "../orders/order"
import { listOf } from "../common/problem"
import type { Attention } from "../updates/model/update"
import { ownValue } from "../common/own-value"

/** Stock location of an order: by its ship node, else the account's, else the sales channel's only one. */
export function locationOf(
  order: { shipNode: Pick<Order["shipNode"], "id"> },
  store: Pick<StoreSide, "locations" | "channelLocationIds" | "salesChannel">,
  settings: Pick<ImportSettings, "shipNodes" | "stockLocationId">
): Named | Attention {
  const node = order.shipNode.id
  const named =
    (node === null ? undefined : ownValue(settings.shipNodes, node)) ?? settings.stockLocationId
  const linked = store.locations.filter(({ id }) => store.channelLocationIds.includes(id))
  const found = named ? store.locations.find(({ id }) => id === named) : onlyOne(linked)
  if (found) return found
  if (named) {
    return {
      code: "stock_location_missing",
      message: `The store has no stock location "${named}", which the account names for ${node ? `ship node ${node}` : "its orders"}.`,
      remedy: "Correct shipNodes or stockLocationId of the account in the plugin's options.",
    }
  }
  const channel = store.salesChannel?.name ?? "the account"
  const choices = linked.map(({ name, id }) => `${name} (${id})`)
  return {
    code: "stock_location_unclear",
    message:
      linked.length === 0
        ? `The sales channel ${channel} has no stock location.`
        : `The sales channel ${channel} has ${linked.length} stock locations, and nothing says which one serves ${node ? `Walmart's ship node ${node}` : "this order"}.`,
    remedy:
      linked.length === 0
        ? "Link a stock location to the sales channel, or set stockLocationId of the account in the plugin's options."
        : `Set shipNodes or stockLocationId of the account in the plugin's options; the choices are ${listOf(choices)}.`,
  }
}

function onlyOne<T>(entries: T[]): T | undefined {
  return entries.length === 1 ? entries[0] : undefined
}

/** Region of an order: the account's, else the first in the order's currency. */
export function regionOf(
  store: Pick<StoreSide, "regions">,
  { regionId }: Pick<ImportSettings, "regionId">,
  currencyCode: string
): { id: string } | Attention {
  const fitting = store.regions.filter((region) => region.currencyCode === currencyCode)
  const found = regionId ? fitting.find(({ id }) => id === regionId) : fitting.at(0)
  if (found) return found
  const currency = currencyCode.toUpperCase()
  return {
    code: "region_missing",
    message: regionId
      ? `The region "${regionId}" of the account does not exist or is not in ${currency}.`
      : `The store has no region in ${currency}.`,
    remedy: `Create a region in ${currency} under Settings, Regions${regionId ? ", or correct regionId of the account in the plugin's options" : ""}.`,
  }
}

/** What decides which shipping option an order gets. */
export interface PlacesForOrders {
  store: Pick<StoreSide, "shippingOptions" | "variants">
  settings: Pick<ImportSettings, "shippingOptions">
  location: Named
  country: string
}

/**
 * Shipping option for the items of one shipping profile, never one for picking up: the account's first that fits profile and Walmart's method, else one
 * of the location, preferring those that serve the country and are named like Walmart's method.
 */
export function shippingOptionFor(
  order: Pick<Order, "methodCode">,
  profileId: string,
  places: PlacesForOrders
): ShippingOption | Attention {
  const fitting = places.store.shippingOptions.filter((o) => o.shippingProfileId === profileId)
  const usable = fitting.filter(({ isPickup }) => !isPickup)
  const configured = places.settings.shippingOptions
    .filter((c) => !c.methodCode || sameWord(c.methodCode, order.methodCode))
    .filter((c) => !c.shippingProfileId || c.shippingProfileId === profileId)
    .flatMap((c) => usable.find(({ id }) => id === c.id) ?? [])
  const isThere = ({ locationIds }: ShippingOption) => locationIds.includes(places.location.id)
  const there = usable.filter(isThere)
  const score = (option: ShippingOption) =>
    (option.countries.includes(places.country) ? 2 : 0) +
    (sameWord(option.name, order.methodCode) ? 1 : 0)
  const found = configured.at(0) ?? [...there].sort((a, b) => score(b) - score(a)).at(0)
  return found ?? noShippingOption(profileId, places, fitting.filter(isThere))
}

function noShippingOption(
  profileId: string,
  { store, location }: Pick<PlacesForOrders, "store" | "location">,
  pickups: ShippingOption[]
): Attention {
  const products = store.variants
    .filter(({ shippingProfileId }) => shippingProfileId === profileId)
    .map(({ productTitle }) => productTitle)
  const names = pickups.map(({ name }) => `"${name}"`).join(", ")
  const only =
    pickups.length === 0
      ? "no shipping option"
      : `only ${names}, which is for picking up and cannot be shipped,`
  return {
    code: "shipping_option_missing",
    message: `${location.name} has ${only} for the shipping profile of ${listOf([...new Set(products)])}.`,
    remedy: `Add a shipping option of that profile to ${location.name} under Settings, Locations & Shipping, or name one in shippingOptions of the account in the plugin's options.`,
  }
}

function sameWord(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
