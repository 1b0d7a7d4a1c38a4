/** One SKU of an account at one of Walmart's ship nodes. */
export interface StockPlace {
  /** Walmart SKU. */
  sku: string
  /** Null for the account's default node. */
  node: string | null
}

/** A Walmart SKU of a variant whose stock has changed. */
export interface ChangedSku {
  sku: string
  /** The account's sales channel sells it. */
  isSold: boolean
}

/**
 * Figures that were never wanted, whether of new items or at a ship node that is new to the account. A SKU that has a figure anywhere
 * gets none at the default node. Pure.
 * @param nodes that the account keeps stock at
 * @param known figures that exist
 */
export function unknownPlaces(
  skus: string[],
  nodes: (string | null)[],
  known: StockPlace[]
): StockPlace[] {
  const keys = new Set(known.map(keyOf))
  const kept = new Set(known.map(({ sku }) => sku))
  return placesOf(skus, nodes)
    .filter((place) => !keys.has(keyOf(place)))
    .filter(({ sku, node }) => node !== null || !kept.has(sku))
}

/**
 * Figures that follow from a change of stock: those of what is sold, and those that Walmart was sent while it was sold, because it shows
 * them still. Pure.
 * @param nodes that the account keeps stock at
 * @param known figures that exist
 */
export function soldPlaces(
  changed: ChangedSku[],
  nodes: (string | null)[],
  known: StockPlace[]
): StockPlace[] {
  const keys = new Set(known.map(keyOf))
  const sold = new Set(changed.filter(({ isSold }) => isSold).map(({ sku }) => sku))
  const all = placesOf(
    changed.map(({ sku }) => sku),
    nodes
  )
  return all.filter((place) => sold.has(place.sku) || keys.has(keyOf(place)))
}

function placesOf(skus: string[], nodes: (string | null)[]): StockPlace[] {
  return skus.flatMap((sku) => nodes.map((node) => ({ sku, node })))
}

function keyOf({ sku, node }: StockPlace): string {
  return JSON.stringify([sku, node])
}
