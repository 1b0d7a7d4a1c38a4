import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { SetupFacts } from "../../walmart/setup/plan-setup"
import { loadPlaceFacts } from "../doctor/load-places"
import { loadProducts } from "../doctor/load-products"
import { walmartOf } from "../import/store/load-store"
import { many, type OneOrMany } from "../import/store/store-rows"
import { graphPages } from "../shared/graph-pages"
import { readGraph } from "../shared/read-graph"

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

/** Looks at all products, a thousand at a time; only those that lack one are kept. */
async function productsWithoutProfile(container: MedusaContainer) {
  const question = { entity: "product", fields: ["id", "title", "shipping_profile.id"] }
  const bare: { id: string; title: string }[] = []
  for await (const rows of graphPages<ProductRow>(container, question)) {
    for (const { id, title, shipping_profile: profile } of rows)
      if (many(profile).length === 0) bare.push({ id, title })
  }
  return bare
}
