import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReadStock } from "../../../../src/modules/walmart/queue/stock/reading"

/*
 * A store's stock as a table of its own, which outlives the processes that read it. The module has no other way into a store than
 * the function that reads a figure.
 */

/** The ship node that everything here is about. */
export const NODE = "1000001"

/** Puts so many units of a SKU on the shelf, instead of those that were there. */
export async function putOnShelf(db: Knex, sku: string, units: number): Promise<void> {
  await db.raw("CREATE TABLE IF NOT EXISTS shelf (sku text PRIMARY KEY, units int NOT NULL)")
  await db.raw(
    "INSERT INTO shelf VALUES (?, ?) ON CONFLICT (sku) DO UPDATE SET units = excluded.units",
    [sku, units]
  )
}

/** Reads figures from the shelf. */
export function shelfReader(db: Knex): ReadStock {
  return async (targets) => {
    const { rows } = await db.raw<{ rows: { sku: string; units: number }[] }>(
      "SELECT sku, units FROM shelf WHERE sku = ANY(?)",
      [targets.map(({ sku }) => sku)]
    )
    const shelf = new Map(rows.map(({ sku, units }) => [sku, units]))
    return targets.map(({ sku }) => {
      const units = shelf.get(sku) ?? 0
      return {
        ...{ amount: units, available: units, stocked: units },
        ...{ variantId: `variant_${sku}`, stockLocationId: "sloc_1" },
      }
    })
  }
}
