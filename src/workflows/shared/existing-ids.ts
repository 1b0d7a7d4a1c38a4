import type { MedusaContainer } from "@medusajs/framework/types"
import { readGraph } from "./read-graph"

/** Things of the store that options and settings name by their ids. */
export type NamedEntity =
  "shipping_option" | "shipping_profile" | "fulfillment_provider" | "stock_location"

/** Those of the ids that exist in the store. */
export async function existingIds(
  container: MedusaContainer,
  entity: NamedEntity,
  ids: string[]
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await readGraph<{ id: string }>(container, {
    entity,
    fields: ["id"],
    filters: { id: ids },
  })
  return new Set(rows.map(({ id }) => id))
}

/** Those of the SKUs that a product variant of the store has. */
export async function existingSkus(
  container: MedusaContainer,
  skus: string[]
): Promise<Set<string>> {
  if (skus.length === 0) return new Set()
  const rows = await readGraph<{ sku: string }>(container, {
    entity: "variant",
    fields: ["sku"],
    filters: { sku: skus },
  })
  return new Set(rows.map(({ sku }) => sku))
}
