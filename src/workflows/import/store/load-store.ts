import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { ImportSettings, StoreSide } from "../../../walmart/import/planned-order"
import { storeSku } from "../../../walmart/import/plan-checks"
import type { Order } from "../../../walmart/orders/order"
import { readGraph } from "../../shared/read-graph"
import {
  LOCATION_FIELDS,
  type LocationRow,
  many,
  SHIPPING_OPTION_FIELDS,
  type ShippingOptionRow,
  toShippingOption,
  toVariant,
  VARIANT_FIELDS,
  type VariantRow,
} from "./store-rows"

/** Settings of an account that an import obeys: what staff edited, else the options. */
export async function importSettings(
  walmart: WalmartModuleService,
  accountId: string
): Promise<ImportSettings> {
  const account = walmart.account(accountId)
  const effective = (await walmart.accountSettings())(accountId)
  const { shipMethodMap, shipNodes, stockLocationId, skuMap } = effective
  const edited = Object.entries(shipMethodMap).map(([methodCode, id]) => ({ id, methodCode }))
  return {
    accountId,
    currency: walmart.market(accountId).currency.toLowerCase(),
    chargesPer: account.chargesPer,
    onTotalMismatch: account.onTotalMismatch,
    skuMap,
    shipNodes,
    stockLocationId: stockLocationId ?? undefined,
    salesChannelId: account.salesChannelId,
    regionId: account.regionId,
    shippingOptions: [...edited, ...account.shippingOptions],
  }
}

/** Reads what of the store some orders of an account need. */
export async function loadStore(
  container: MedusaContainer,
  orders: Order[],
  settings: ImportSettings
): Promise<StoreSide> {
  const lines = orders.flatMap((order) => order.lines)
  const sku = [...new Set(lines.map((line) => storeSku(line.sku, settings.skuMap)))]
  const [places, options, variants] = await Promise.all([
    loadPlaces(container, settings),
    rows<ShippingOptionRow>(container, "shipping_option", SHIPPING_OPTION_FIELDS),
    rows<VariantRow>(container, "variant", VARIANT_FIELDS, { sku }),
  ])
  return {
    ...places,
    shippingOptions: options.flatMap(toShippingOption),
    variants: variants.map(toVariant),
  }
}

/** What of the store all orders of an account need. */
type Places = Pick<StoreSide, "regions" | "salesChannel" | "locations" | "channelLocationIds">

/** Reads where the orders of an account may belong. */
export async function loadPlaces(
  container: MedusaContainer,
  settings: Pick<ImportSettings, "salesChannelId">
): Promise<Places> {
  const [channel, locations, regions] = await Promise.all([
    salesChannel(container, settings),
    rows<LocationRow>(container, "stock_location", LOCATION_FIELDS),
    rows<RegionRow>(container, "region", ["id", "name", "currency_code"]),
  ])
  return {
    regions: regions.map(({ id, name, currency_code: currencyCode }) => ({
      id,
      name,
      currencyCode,
    })),
    salesChannel: channel,
    locations: locations.map(({ id, name }) => ({ id, name })),
    channelLocationIds: locations
      .filter(({ sales_channels: channels }) => many(channels).some(({ id }) => id === channel?.id))
      .map(({ id }) => id),
  }
}

interface RegionRow {
  id: string
  name: string
  currency_code: string
}

async function salesChannel(
  container: MedusaContainer,
  { salesChannelId }: Pick<ImportSettings, "salesChannelId">
) {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const id = salesChannelId ?? store?.default_sales_channel_id
  if (!id) return null
  const [found] = await rows<{ id: string; name: string }>(
    container,
    "sales_channel",
    ["id", "name"],
    { id }
  )
  return found ?? null
}

async function rows<T>(
  container: MedusaContainer,
  entity: string,
  fields: string[],
  filters?: Record<string, unknown>
): Promise<T[]> {
  return readGraph<T>(container, { entity, fields, filters })
}

/** The module's service. */
export function walmartOf(container: MedusaContainer): WalmartModuleService {
  return container.resolve<WalmartModuleService>(WALMART_MODULE)
}

/**
 * Since when an account's orders are imported, epoch milliseconds.
 * @param firstStart when the account got its row, epoch milliseconds by Walmart's clock
 */
export function importFrom(
  walmart: WalmartModuleService,
  accountId: string,
  firstStart: number
): number {
  return new Date(walmart.account(accountId).importFrom ?? firstStart).getTime()
}
