import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Which product of the store a Walmart SKU is. */
export interface ChosenProduct {
  accountId: string
  /** Walmart's. */
  sku: string
  /** Of a product variant. */
  storeSku: string
}

/** Puts one SKU into those that staff chose, in one statement, so that two people who choose at once lose nothing. */
export async function chooseProduct(
  db: Knex,
  { accountId, sku, storeSku }: ChosenProduct
): Promise<void> {
  await db.raw(
    `UPDATE walmart_account SET updated_at = now(), settings = jsonb_set(
       CASE WHEN jsonb_typeof(settings) = 'object' THEN settings ELSE '{}' END, '{sku_map}',
       CASE WHEN jsonb_typeof(settings->'sku_map') = 'object' THEN settings->'sku_map' ELSE '{}' END
         || jsonb_build_object(:sku::text, :storeSku::text))
     WHERE id = :accountId AND deleted_at IS NULL`,
    { accountId, sku, storeSku }
  )
}

/**
 * Keeps some settings of an account; what is left out stays. Medusa's own update would merge maps, so that no entry could be
 * taken away.
 */
export async function keepSettings(db: Knex, accountId: string, settings: object): Promise<void> {
  await db.raw(
    `UPDATE walmart_account SET updated_at = now(),
       settings = CASE WHEN jsonb_typeof(settings) = 'object' THEN settings ELSE '{}' END || ?::jsonb
     WHERE id = ? AND deleted_at IS NULL`,
    [JSON.stringify(settings), accountId]
  )
}
