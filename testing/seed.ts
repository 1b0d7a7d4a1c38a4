import { writeFileSync } from "node:fs"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createLocationFulfillmentSetWorkflow,
  createRegionsWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  createUserAccountWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { seedProducts } from "./seed-products"

/** Login of the seeded store's only admin user. */
export const ADMIN = { email: "admin@example.com", password: "walmart-demo" }

/** Ids of what the seed made. */
export interface SeededStore {
  salesChannelId: string
  regionId: string
  stockLocationId: string
  shippingProfileId: string
  shippingOptionIds: { standard: string; express: string }
  /** variant ids by SKU: MUG-1, MUG-2, SHIRT-S, BOX-KIT */
  variantIds: Record<string, string>
}

const MANUAL_PROVIDER = "manual_manual"

/** `medusa exec demo/seed.ts [file]`: makes an empty database a small store with an admin user; the ids go to the file. */
export default async function seed({ container, args: [file] }: ExecArgs): Promise<void> {
  const seeded = await seedStore(container)
  await createAdmin(container)
  if (file) writeFileSync(file, JSON.stringify(seeded))
}

/**
 * A store that can ship: region US in dollars, the default sales channel, one stock location with a service zone,
 * a shipping profile, two manual shipping options, and the products of {@link seedProducts}.
 */
async function seedStore(container: MedusaContainer): Promise<SeededStore> {
  const salesChannelId = await defaultSalesChannelId(container)
  const regionId = await createRegion(container)
  const stockLocationId = await createStockLocation(container, salesChannelId)
  const shippingProfileId = await createShippingProfile(container)
  const zoneId = await createServiceZone(container, stockLocationId)
  const [standard, express] = await createShippingOptions(container, zoneId, shippingProfileId)
  const places = { salesChannelId, stockLocationId, shippingProfileId }
  const variantIds = await seedProducts(container, places)
  return { ...places, regionId, shippingOptionIds: { standard, express }, variantIds }
}

/** Creates {@link ADMIN}, who can log in by e-mail and password. */
async function createAdmin(container: MedusaContainer): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", { body: ADMIN })
  if (!authIdentity) throw new Error(`The admin user ${ADMIN.email} was not created: ${error}`)
  const userData = { email: ADMIN.email, first_name: "Demo", last_name: "Admin" }
  await createUserAccountWorkflow(container).run({
    input: { authIdentityId: authIdentity.id, userData },
  })
}

async function defaultSalesChannelId(container: MedusaContainer): Promise<string> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  if (store?.default_sales_channel_id) return store.default_sales_channel_id
  throw new Error("The store has no default sales channel; Medusa creates one when it first boots.")
}

async function createRegion(container: MedusaContainer): Promise<string> {
  const region = {
    name: "United States",
    currency_code: "usd",
    countries: ["us"],
    payment_providers: ["pp_system_default"],
  }
  const { result } = await createRegionsWorkflow(container).run({ input: { regions: [region] } })
  return result[0].id
}

async function createStockLocation(
  container: MedusaContainer,
  salesChannelId: string
): Promise<string> {
  const address = { address_1: "100 Dock Rd", city: "Bentonville", country_code: "us" }
  const { result } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: "Warehouse", address }] },
  })
  const id = result[0].id
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id, add: [salesChannelId] },
  })
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: MANUAL_PROVIDER },
  })
  return id
}

async function createShippingProfile(container: MedusaContainer): Promise<string> {
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Parcels", type: "default" }] },
  })
  return result[0].id
}

async function createServiceZone(container: MedusaContainer, location_id: string) {
  await createLocationFulfillmentSetWorkflow(container).run({
    input: { location_id, fulfillment_set_data: { name: "Warehouse shipping", type: "shipping" } },
  })
  const [set] = await container
    .resolve(Modules.FULFILLMENT)
    .listFulfillmentSets({ name: "Warehouse shipping" })
  const zone = {
    name: "United States",
    fulfillment_set_id: set.id,
    geo_zones: [{ type: "country" as const, country_code: "us" }],
  }
  const { result } = await createServiceZonesWorkflow(container).run({ input: { data: [zone] } })
  return result[0].id
}

async function createShippingOptions(
  container: MedusaContainer,
  service_zone_id: string,
  shipping_profile_id: string
): Promise<string[]> {
  const option = (name: string, amount: number) => ({
    name,
    service_zone_id,
    shipping_profile_id,
    provider_id: MANUAL_PROVIDER,
    type: { label: name, description: `${name} delivery`, code: name.toLowerCase() },
    price_type: "flat" as const,
    prices: [{ amount, currency_code: "usd" }],
  })
  const { result } = await createShippingOptionsWorkflow(container).run({
    input: [option("Standard", 5), option("Express", 15)],
  })
  return result.map(({ id }) => id)
}
