import type { MedusaContainer } from "@medusajs/framework/types"
import type { AccountOptions } from "../../modules/walmart/config/options"
import type { ProductFacts } from "../../walmart/doctor/facts"
import { storeSku } from "../../walmart/import/plan-checks"
import { walmartOf } from "../import/store/load-store"
import { many, type OneOrMany } from "../import/store/store-rows"
import { chunks } from "../../walmart/common/chunks"
import { graphPages } from "../shared/graph-pages"
import { readGraph } from "../shared/read-graph"
import { SOLD_FIELDS, type SoldRow, toSold } from "../stock/stock-changes"
import { walmartSkus } from "./walmart-skus"

/** How many SKUs are looked for at a time. */
const AT_A_TIME = 500

/** How many of the SKUs that only the store has are told by name. */
const NAMED = 10

/**
 * Reads the SKUs of both sides. Walmart's cost a call for 50; the store's are read a thousand at a time and not kept, and not at all
 * where Walmart's are not known to the last: what the store has besides cannot be told then.
 * @param channelId sales channel of the account's orders; null when there is none
 */
export async function loadProducts(
  container: MedusaContainer,
  account: Pick<AccountOptions, "id" | "skuMap">,
  channelId: string | null
): Promise<ProductFacts> {
  const walmart = await walmartSkus(walmartOf(container).client(account.id))
  const { skuMap } = account
  if ("problem" in walmart) return { walmart, matched: new Map(), onlyHere: null, skuMap }
  const skus = new Set(walmart.skus.map(({ sku }) => storeSku(sku, skuMap)))
  const isCompared = channelId !== null && walmart.isWhole && skus.size > 0
  const matched = await matchedVariants(container, [...skus])
  const onlyHere = isCompared ? await soldBesides(container, channelId, skus) : null
  return { walmart, matched, onlyHere, skuMap }
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

async function soldBesides(
  container: MedusaContainer,
  channelId: string,
  atWalmart: ReadonlySet<string>
): Promise<{ count: number; skus: string[] }> {
  const found = { count: 0, skus: [] as string[] }
  const question = { entity: "variant", fields: SOLD_FIELDS }
  for await (const rows of graphPages<SoldRow>(container, question)) {
    const sold = rows.flatMap(toSold).filter(({ channelIds }) => channelIds.includes(channelId))
    const others = sold.map(({ sku }) => sku).filter((sku) => !atWalmart.has(sku))
    found.count += others.length
    found.skus.push(...others.slice(0, NAMED - found.skus.length))
  }
  return found
}
