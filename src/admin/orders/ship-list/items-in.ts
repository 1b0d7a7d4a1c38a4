/** Units of a SKU. */
export interface Items {
  sku: string
  quantity: number
}

/** Between several of them. */
const BETWEEN = /[;|+]/

/** "2 x MUG-1" or "MUG-1: 2". */
const FORMS = [
  /^(?<quantity>\d+)\s*[x×*]\s*(?<sku>\S.*)$/i,
  /^(?<sku>.*\S)\s*[:=×*]\s*(?<quantity>\d+)$/,
]

/** The units that a cell names; null for an empty cell, which means everything. Pure. */
export function itemsIn(cell: string): Items[] | null | "unclear" {
  const parts = cell
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length === 0) return null
  const items = parts.map(itemOf)
  return items.every((item) => item !== null) ? items : "unclear"
}

function itemOf(text: string): Items | null {
  for (const form of FORMS) {
    const { sku, quantity } = form.exec(text)?.groups ?? {}
    if (sku && Number(quantity) > 0) return { sku, quantity: Number(quantity) }
  }
  return null
}
