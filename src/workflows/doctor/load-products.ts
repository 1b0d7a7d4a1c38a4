import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AccountOptions } from "../../modules/walmart/config/options"
import type { ProductFacts } from "../../walmart/doctor/facts"
import { storeSku } from "../../walmart/import/plan-checks"
import { walmartOf } from "../import/store/load-store"
import { many, type OneOrMany } from "../import/store/store-rows"
import { chunks } from "../../walmart/common/chunks"
import { readGraph, withoutNulls } from "../shared/read-graph"
import { SOLD_FIELDS, type SoldRow, toSold } from "../stock/stock-changes"
import { walmartSkus } from "./walmart-skus"

/** How many SKUs are looked for at a time. */
const AT_A_TIME = 500

/** How many variants of the store are compared the other way round. */
const MOST_VARIANTS = 5_000

/**
 * Reads the SKUs of both sides.
 * @param channelId sales channel of the account's orders; null when there is none
 */
export async function loadProducts(
  container: MedusaContainer,
  account: Pick<AccountOptions, "id" | "skuMap">,
  channelId: string | null
): Promise<ProductFacts> {
  const walmart = await walmartSkus(walmartOf(container).client(account.id))
  const { skuMap } = account
  if ("problem" in walmart) return { walmart, matched: new Map(), channelSkus: null, skuMap }
  const skus = [...new Set(walmart.skus.map(({ sku }) => storeSku(sku, skuMap)))]
  const [matched, channelSkus] = await Promise.all([
    matchedVariants(container, skus),
    channelId === null ? null : soldIn(container, channelId),
  ])
  return { walmart, matched, channelSkus, skuMap }
}

interface MatchedRow {
  sku: string
  product: { title: string; shipping_profile?: OneOrMany<{ id: string }> }
}

async function matchedVariants(container: MedusaContainer, skus: string[]) {
  const matched = new Map<string, { title: string; profileId: string | null }>()
  for (const some of chunks(skus, AT_A_TIME)) {
    const rows = await readGraph<MatchedRow>(container, {
      entity: "variant",
      fields: ["sku", "product.title", "product.shipping_profile.id"],
      filters: { sku: some },
    })
    for (const { sku, product } of rows) {
      const profileId = many(product.shipping_profile).at(0)?.id ?? null
      matched.set(sku, { title: product.title, profileId })
    }
  }
  return matched
}

/** @returns null when there are more than can be read while someone waits */
async function soldIn(container: MedusaContainer, channelId: string): Promise<string[] | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "variant",
    fields: SOLD_FIELDS,
    pagination: { take: MOST_VARIANTS, skip: 0 },
  })
  if ((metadata?.count ?? 0) > MOST_VARIANTS) return null
  const rows = withoutNulls(data) as SoldRow[]
  const sold = rows.flatMap(toSold).filter(({ channelIds }) => channelIds.includes(channelId))
  return sold.map(({ sku }) => sku)
}
