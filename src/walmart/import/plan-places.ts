import type { ImportSettings, Named, ShippingOption, StoreSide } from "./planned-order"
import type { Order } from "../orders/order"
import type { Attention } from "../updates/model/update"
import { say } from "../words/phrase"
import { ownValue } from "../common/own-value"

/** Stock location of an order: by its ship node, otherwise the account's, otherwise the sales channel's only one. */
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
    const about = { location: named, node: node ?? "" }
    return say("stock_location_missing", about, node ? "node" : "")
  }
  return unclearLocation(store.salesChannel?.name ?? "the account", linked, node)
}

function unclearLocation(channel: string, linked: Named[], node: string | null): Attention {
  if (linked.length === 0) return say("stock_location_unclear", { channel }, "none")
  const choices = { or: linked.map(({ name, id }) => `${name} (${id})`) }
  const about = { channel, locations: linked.length, node: node ?? "", choices }
  return say("stock_location_unclear", about, node ? "node" : "")
}

function onlyOne<T>(entries: T[]): T | undefined {
  return entries.length === 1 ? entries[0] : undefined
}

/** Region of an order: the account's, otherwise the first in the order's currency. */
export function regionOf(
  store: Pick<StoreSide, "regions">,
  { regionId }: Pick<ImportSettings, "regionId">,
  currencyCode: string
): { id: string } | Attention {
  const fitting = store.regions.filter((region) => region.currencyCode === currencyCode)
  const found = regionId ? fitting.find(({ id }) => id === regionId) : fitting.at(0)
  if (found) return found
  const currency = currencyCode.toUpperCase()
  return say("region_missing", { region: regionId ?? "", currency }, regionId ? "named" : "")
}

/** What decides which shipping option an order gets. */
export interface PlacesForOrders {
  store: Pick<StoreSide, "shippingOptions" | "variants">
  settings: Pick<ImportSettings, "shippingOptions">
  location: Named
  country: string
}

/**
 * Shipping option for the items of one shipping profile, never one for picking up: the account's first that fits profile and Walmart's method, otherwise one
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
  const about = {
    location: location.name,
    products: { and: [...new Set(products)] },
    pickups: pickups.map(({ name }) => `"${name}"`).join(", "),
  }
  return say("shipping_option_missing", about, pickups.length === 0 ? "" : "pickup")
}

function sameWord(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
