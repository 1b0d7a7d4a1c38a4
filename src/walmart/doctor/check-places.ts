import { type PlacesForOrders, regionOf, shippingOptionFor } from "../import/plan-places"
import { METHOD_CODES } from "../settings/method-codes"
import { channelFaults, locationFaults, unknownIds } from "../settings/store-faults"
import { phrase, type Phrase, wordsOf } from "../words/phrase"
import type { PlaceFacts, ProductFacts, ShippingProfile } from "./facts"
import { fault, type Found, ok, warning } from "./finding"

const REMEDY_SETUP = phrase("setup_offer", "remedy", {})

const REMEDY_OPTIONS = phrase("check_options", "remedy", {})

/** The setup makes what is lacking, but nothing in the place of an id that is named wrongly. */
function remedyOf({ key }: Phrase): Phrase {
  return key.startsWith("check_options.") ? REMEDY_OPTIONS : REMEDY_SETUP
}

/** Whether the store has where imported orders belong: sales channel, region, stock location. */
export function checkPlaces({ settings, store, existing }: PlaceFacts): Found[] {
  const region = regionOf(store, settings, settings.currency)
  const channel = channelFaults(settings, store)
  const location = locationFaults(settings, store)
  const ids = unknownIds(settings, { ...store, existing })
  return [
    ...(channel.length > 0
      ? channel.map((said) => fault("sales_channel", said, remedyOf(said)))
      : [channelFound(store.salesChannel?.name ?? "")]),
    regionFound(region, store.regions, settings.regionId),
    ...(location.length > 0
      ? location.map((said) => fault("stock_location", said, remedyOf(said)))
      : [locationsFound(locationNames(settings, store))]),
    ...ids.map((said) => fault("options", said, REMEDY_OPTIONS)),
  ]
}

function channelFound(channel: string): Found {
  return ok("sales_channel", phrase("check_sales_channel", "message", { channel }))
}

function regionFound(
  region: ReturnType<typeof regionOf>,
  regions: PlaceFacts["store"]["regions"],
  named: string | undefined
): Found {
  if ("code" in region) {
    const { message, remedy } = wordsOf(region)
    return fault("region", message, named ? remedy : [...remedy, REMEDY_SETUP])
  }
  return ok("region", phrase("check_region", "message", { region: nameOf(regions, region.id) }))
}

function locationsFound(names: string[]): Found {
  return ok(
    "stock_location",
    phrase("check_stock_location", "message", { locations: names.join(", ") })
  )
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
    const remedy = phrase("check_shipping_options", "remedy_profile_missing", {})
    const none = phrase("check_shipping_options", "message_profile_missing", {})
    return [fault("shipping_options", none, [remedy, REMEDY_SETUP])]
  }
  if (gaps.length === 0)
    return [ok("shipping_options", phrase("check_shipping_options", "message", {}))]
  return gaps.map(gapFound)
}

/** A gap in all of Walmart's methods stops every order of the profile. */
function gapFound({ profile, location, methodCodes }: ProfileGap): Found {
  const remedy = [phrase("check_shipping_options", "remedy_missing", {}), REMEDY_SETUP]
  const about = { location: location.name, profile: profile.name }
  if (methodCodes.length === METHOD_CODES.length) {
    const missing = phrase("check_shipping_options", "message_missing", about)
    return fault("shipping_options", missing, remedy)
  }
  const methods = methodCodes.join(", ")
  const some = phrase("check_shipping_options", "message_methods", { ...about, methods })
  return warning("shipping_options", some, remedy)
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
