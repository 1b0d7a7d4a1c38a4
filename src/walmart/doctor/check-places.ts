import { listOf } from "../common/problem"
import { type PlacesForOrders, regionOf, shippingOptionFor } from "../import/plan-places"
import { METHOD_CODES } from "../settings/method-codes"
import { channelFaults, locationFaults, unknownIds } from "../settings/store-faults"
import type { PlaceFacts, ProductFacts, ShippingProfile } from "./facts"
import { fault, type Found, ok, warning } from "./finding"

const REMEDY_SETUP = "Or have the setup make what is missing."

/** Whether the store has where imported orders belong: sales channel, region, stock location. */
export function checkPlaces({ settings, store, existing }: PlaceFacts): Found[] {
  const region = regionOf(store, settings, settings.currency)
  const channel = channelFaults(settings, store)
  const location = locationFaults(settings, store)
  const ids = unknownIds(settings, { ...store, existing })
  return [
    ...(channel.length > 0
      ? channel.map((text) => fault("sales_channel", text, REMEDY_SETUP))
      : [ok("sales_channel", `Orders go to the sales channel ${store.salesChannel?.name ?? ""}.`)]),
    "code" in region
      ? fault("region", region.message, `${region.remedy} ${REMEDY_SETUP}`)
      : ok("region", `Orders go to the region ${nameOf(store.regions, region.id)}.`),
    ...(location.length > 0
      ? location.map((text) => fault("stock_location", text, REMEDY_SETUP))
      : [ok("stock_location", `Orders ship from ${listOf(locationNames(settings, store))}.`)]),
    ...ids.map((text) => fault("options", text, "Change it in medusa-config and restart.")),
  ]
}

/** The stock locations from which an account's orders may ship. */
export function accountLocations(
  settings: Pick<PlaceFacts["settings"], "shipNodes" | "stockLocationId">,
  store: Pick<PlaceFacts["store"], "locations" | "channelLocationIds">
): { id: string; name: string }[] {
  const { shipNodes, stockLocationId } = settings
  const linked = store.channelLocationIds
  const rest = stockLocationId ?? (linked.length === 1 ? linked[0] : undefined)
  const ids = new Set([...Object.values(shipNodes), ...(rest ? [rest] : [])])
  return store.locations.filter(({ id }) => ids.has(id))
}

function locationNames(settings: PlaceFacts["settings"], store: PlaceFacts["store"]): string[] {
  return accountLocations(settings, store).map(({ name }) => name)
}

function nameOf(named: { id: string; name: string }[], wanted: string): string {
  return named.find(({ id }) => id === wanted)?.name ?? wanted
}

/** A shipping profile whose orders from one location have no shipping option, and for which of Walmart's methods. */
export interface ProfileGap {
  profile: { id: string; name: string }
  location: { id: string; name: string }
  methodCodes: string[]
}

/** Which of Walmart's ship methods have no shipping option, per profile and location. */
export function profileGaps(
  { settings, store, shippingOptions, profiles }: PlaceFacts,
  country: string
): ProfileGap[] {
  const side: PlacesForOrders["store"] = { shippingOptions, variants: [] }
  return accountLocations(settings, store).flatMap((location) =>
    profiles.flatMap((profile) => {
      const places = { store: side, settings, location, country }
      const methodCodes = METHOD_CODES.filter(
        (methodCode) => "code" in shippingOptionFor({ methodCode }, profile.id, places)
      )
      return methodCodes.length > 0 ? [{ profile, location, methodCodes }] : []
    })
  )
}

/** Whether each shipping profile that Walmart's products have can be shipped from each location. */
export function checkShippingOptions(
  places: PlaceFacts,
  products: ProductFacts,
  country: string
): Found[] {
  const sold = soldProfiles(places.profiles, products)
  const gaps = profileGaps({ ...places, profiles: sold }, country)
  if (accountLocations(places.settings, places.store).length === 0) return []
  if (sold.length === 0) {
    const remedy = `Make a shipping profile under Settings, Locations & Shipping. ${REMEDY_SETUP}`
    return [fault("shipping_options", "The store has no shipping profile.", remedy)]
  }
  if (gaps.length === 0)
    return [ok("shipping_options", "Every shipping profile has a shipping option.")]
  return gaps.map(({ profile, location, methodCodes }) => {
    const all = methodCodes.length === METHOD_CODES.length
    const message = `${location.name} has no shipping option of the profile ${profile.name}${all ? "" : ` for Walmart's ${listOf(methodCodes)}`}.`
    const remedy = `Add one under Settings, Locations & Shipping. ${REMEDY_SETUP}`
    return all
      ? fault("shipping_options", message, remedy)
      : warning("shipping_options", message, remedy)
  })
}

/** The profiles of what Walmart sells; while that is not known, those that products have, or all when none has any. */
export function soldProfiles(
  profiles: ShippingProfile[],
  { walmart, matched }: Pick<ProductFacts, "walmart" | "matched">
): ShippingProfile[] {
  if ("problem" in walmart || matched.size === 0) {
    const used = profiles.filter(({ isUsed }) => isUsed)
    return used.length > 0 ? used : profiles
  }
  const sold = new Set([...matched.values()].map(({ profileId }) => profileId))
  return profiles.filter(({ id }) => sold.has(id))
}
