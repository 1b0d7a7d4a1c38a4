import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { SetupFacts } from "../../walmart/setup/plan-setup"
import { loadPlaceFacts } from "../doctor/load-places"
import { loadProducts } from "../doctor/load-products"
import { walmartOf } from "../import/store/load-store"
import { many, type OneOrMany } from "../import/store/store-rows"
import { readGraph, withoutNulls } from "../shared/read-graph"

/** How many products are looked at for one without a shipping profile. */
const MOST_PRODUCTS = 5_000

/** Reads what the setup needs to know of store and account. @throws MedusaError NOT_FOUND when the options have no such account */
export async function loadSetupFacts(
  container: MedusaContainer,
  accountId: string
): Promise<SetupFacts> {
  const walmart = walmartOf(container)
  const { code, name, currency } = walmart.market(accountId)
  const places = await loadPlaceFacts(container, accountId)
  const channelId = places.store.salesChannel?.id ?? null
  const [products, regions, stores, bareProducts] = await Promise.all([
    loadProducts(container, await walmart.sellingAccount(accountId), channelId),
    readGraph<{ countries?: { iso_2: string }[] | null }>(container, {
      entity: "region",
      fields: ["id", "countries.iso_2"],
    }),
    container
      .resolve(Modules.STORE)
      .listStores({}, { relations: ["supported_currencies"], take: 1 }),
    productsWithoutProfile(container),
  ])
  return {
    market: { code, name, currency },
    ...{ places, products, bareProducts },
    currencies: (stores.at(0)?.supported_currencies ?? []).map((one) => one.currency_code),
    takenCountries: regions.flatMap(({ countries }) => (countries ?? []).map(({ iso_2 }) => iso_2)),
  }
}

interface ProductRow {
  id: string
  title: string
  shipping_profile?: OneOrMany<{ id: string }>
}

async function productsWithoutProfile(container: MedusaContainer) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "title", "shipping_profile.id"],
    pagination: { take: MOST_PRODUCTS, skip: 0 },
  })
  const rows = withoutNulls(data) as ProductRow[]
  return rows
    .filter(({ shipping_profile: profile }) => many(profile).length === 0)
    .map(({ id, title }) => ({ id, title }))
}
