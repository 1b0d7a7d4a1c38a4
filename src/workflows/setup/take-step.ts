import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MapChanges } from "../../modules/walmart/config/settings"
import { NEW, type SetupStep } from "../../walmart/setup/setup-steps"
import { changeWalmartSettingsWorkflow } from "../accounts/change-walmart-account"
import { importSettings, loadPlaces, walmartOf } from "../import/store/load-store"
import { PROVIDER } from "../shared/walmart-payments"
import { createShippingOption } from "./create-shipping-option"

/** The account that is set up, and what the plan's stand-ins have become. */
export interface Taking {
  container: MedusaContainer
  accountId: string
  /** Id of what was made, by the stand-in's. */
  made: Map<string, string>
}

type StepOf<K extends SetupStep["kind"]> = Extract<SetupStep, { kind: K }>

/** Does one step of a plan by Medusa's own workflows. @throws MedusaError of whatever Medusa refuses */
export async function takeStep(taking: Taking, step: SetupStep): Promise<void> {
  const { container, made } = taking
  switch (step.kind) {
    case "create_sales_channel":
      return createSalesChannel(container, step)
    case "add_currency":
      return addCurrency(container, step)
    case "create_region":
      return createRegion(container, step)
    case "create_stock_location":
      return void made.set(NEW.location.id, await createStockLocation(container, step))
    case "link_stock_location":
      return linkStockLocation(taking, step)
    case "choose_stock_location":
      return keep(taking, { stock_location_id: step.location.id })
    case "map_ship_nodes":
      return mapShipNodes(taking, step)
    case "create_shipping_profile":
      return void made.set(NEW.profile.id, await createProfile(container, step))
    case "assign_profile":
      return assignProfile(taking, step)
    case "create_shipping_option":
      return createShippingOption(container, {
        ...step,
        profileId: realId(taking, step.profile.id),
        locationId: realId(taking, step.location.id),
      })
  }
}

function realId({ made }: Taking, id: string): string {
  return made.get(id) ?? id
}

async function createSalesChannel(
  container: MedusaContainer,
  { name }: StepOf<"create_sales_channel">
): Promise<void> {
  const { result } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name }] },
  })
  const store = await onlyStore(container)
  await updateStoresWorkflow(container).run({
    input: { selector: { id: store.id }, update: { default_sales_channel_id: result[0].id } },
  })
}

async function addCurrency(
  container: MedusaContainer,
  { currency }: StepOf<"add_currency">
): Promise<void> {
  const store = await onlyStore(container)
  const known = (store.supported_currencies ?? []).map(
    ({ currency_code, is_default: isDefault }) => ({ currency_code, is_default: isDefault })
  )
  const added = { currency_code: currency, is_default: known.length === 0 }
  await updateStoresWorkflow(container).run({
    input: { selector: { id: store.id }, update: { supported_currencies: [...known, added] } },
  })
}

async function onlyStore(container: MedusaContainer) {
  const stores = container.resolve(Modules.STORE)
  const [store] = await stores.listStores({}, { relations: ["supported_currencies"], take: 1 })
  return store
}

async function createRegion(
  container: MedusaContainer,
  { name, currency, countries }: StepOf<"create_region">
): Promise<void> {
  const region = {
    ...{ name, currency_code: currency, countries },
    payment_providers: [PROVIDER],
  }
  await createRegionsWorkflow(container).run({ input: { regions: [region] } })
}

async function createStockLocation(
  container: MedusaContainer,
  { name, country }: StepOf<"create_stock_location">
): Promise<string> {
  const address = { address_1: "", country_code: country }
  const { result } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name, address }] },
  })
  return result[0].id
}

async function linkStockLocation(
  taking: Taking,
  { location }: StepOf<"link_stock_location">
): Promise<void> {
  const { container, accountId } = taking
  const settings = await importSettings(walmartOf(container), accountId)
  const { salesChannel } = await loadPlaces(container, settings)
  if (!salesChannel) return
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: realId(taking, location.id), add: [salesChannel.id] },
  })
}

async function mapShipNodes(taking: Taking, { nodes }: StepOf<"map_ship_nodes">): Promise<void> {
  const added = Object.fromEntries(Object.entries(nodes).map(([node, { id }]) => [node, id]))
  await keep(taking, {}, { ship_nodes: added })
}

async function keep(
  { container, accountId: id }: Taking,
  settings: { stock_location_id?: string },
  changes?: MapChanges
): Promise<void> {
  await changeWalmartSettingsWorkflow(container).run({ input: { id, settings, changes } })
}

async function createProfile(
  container: MedusaContainer,
  { name }: StepOf<"create_shipping_profile">
): Promise<string> {
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name, type: "default" }] },
  })
  return result[0].id
}

async function assignProfile(
  taking: Taking,
  { profile, products }: StepOf<"assign_profile">
): Promise<void> {
  const link = taking.container.resolve(ContainerRegistrationKeys.LINK)
  const shipping_profile_id = realId(taking, profile.id)
  await link.create(
    products.map(({ id }) => ({
      [Modules.PRODUCT]: { product_id: id },
      [Modules.FULFILLMENT]: { shipping_profile_id },
    }))
  )
}
