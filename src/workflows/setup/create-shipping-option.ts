import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createLocationFulfillmentSetWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { many, type OneOrMany } from "../import/store/store-rows"
import { MANUAL_PROVIDER } from "../shared/manual-fulfillment"
import { readGraph } from "../shared/read-graph"

/** The shipping option to make. */
export interface NewOption {
  profileId: string
  locationId: string
  /** Lower-case alpha-2. */
  country: string
  /** Lower case. */
  currency: string
}

/** Walmart has sold the shipping; a storefront must not offer it for nothing. */
const NOT_IN_STOREFRONT = [
  { attribute: "enabled_in_store", operator: "eq" as const, value: "false" },
  { attribute: "is_return", operator: "eq" as const, value: "false" },
]

/** Makes a free shipping option that only staff see, with the fulfillment set, zone and provider that the location lacks for it. */
export async function createShippingOption(
  container: MedusaContainer,
  { profileId, locationId, country, currency }: NewOption
): Promise<void> {
  const location = await readLocation(container, locationId)
  const option = {
    name: "Walmart",
    service_zone_id: await zoneOf(container, location, country),
    shipping_profile_id: profileId,
    provider_id: await providerOf(container, location),
    type: { label: "Walmart", description: "Sold by Walmart", code: "walmart" },
    price_type: "flat" as const,
    prices: [{ amount: 0, currency_code: currency }],
    rules: NOT_IN_STOREFRONT,
  }
  await createShippingOptionsWorkflow(container).run({ input: [option] })
}

interface LocationRow {
  id: string
  name: string
  fulfillment_providers?: OneOrMany<{ id: string }>
  fulfillment_sets?: OneOrMany<SetRow>
}

interface SetRow {
  id: string
  type: string
  service_zones?: OneOrMany<{ id: string; geo_zones?: OneOrMany<{ country_code: string }> }>
}

async function readLocation(container: MedusaContainer, id: string): Promise<LocationRow> {
  const [location] = await readGraph<LocationRow>(container, {
    entity: "stock_location",
    fields: [
      ...["id", "name", "fulfillment_providers.id", "fulfillment_sets.id", "fulfillment_sets.type"],
      "fulfillment_sets.service_zones.id",
      "fulfillment_sets.service_zones.geo_zones.country_code",
    ],
    filters: { id },
  })
  return location
}

async function zoneOf(
  container: MedusaContainer,
  location: LocationRow,
  country: string
): Promise<string> {
  const sets = many(location.fulfillment_sets).filter(({ type }) => type === "shipping")
  const zones = sets.flatMap((set) => many(set.service_zones))
  const found = zones.find((zone) =>
    many(zone.geo_zones).some(({ country_code: code }) => code === country)
  )
  if (found) return found.id
  const zone = {
    name: `Walmart ${country.toUpperCase()}, ${location.name}`,
    fulfillment_set_id: sets.at(0)?.id ?? (await createSet(container, location)),
    geo_zones: [{ type: "country" as const, country_code: country }],
  }
  const { result } = await createServiceZonesWorkflow(container).run({ input: { data: [zone] } })
  return result[0].id
}

async function createSet(container: MedusaContainer, { id, name }: LocationRow): Promise<string> {
  const setName = `${name} shipping`
  await createLocationFulfillmentSetWorkflow(container).run({
    input: { location_id: id, fulfillment_set_data: { name: setName, type: "shipping" } },
  })
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const [made] = await fulfillment.listFulfillmentSets({ name: setName })
  return made.id
}

/** The location's first provider; Medusa's manual one is given to a location that has none. */
async function providerOf(container: MedusaContainer, location: LocationRow): Promise<string> {
  const providers = many(location.fulfillment_providers).map(({ id }) => id)
  if (providers.length > 0) return providers.find((id) => id === MANUAL_PROVIDER) ?? providers[0]
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: MANUAL_PROVIDER },
  })
  return MANUAL_PROVIDER
}
