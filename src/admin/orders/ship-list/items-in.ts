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

/** The units of a SKU that has a cell of its own. Pure. */
export function itemsOf(sku: string, quantity: string): Items[] | "unclear" {
  const item = itemOf(`${wholeIn(quantity)} x ${sku}`)
  return item ? [item] : "unclear"
}

/** Units that are counted without saying of what; null for what is no number of them. Pure. */
export function unitsIn(cell: string): number | null {
  const whole = wholeIn(cell)
  return /^\d{1,9}$/.test(whole) ? Number(whole) : null
}

/** A quantity without the decimals of a program that writes 2.0 or 2,00. */
function wholeIn(quantity: string): string {
  return quantity.normalize("NFKC").replace(/[.,]0{1,2}$/, "")
}

function itemOf(text: string): Items | null {
  for (const form of FORMS) {
    const { sku, quantity } = form.exec(text)?.groups ?? {}
    if (sku && Number(quantity) > 0 && Number.isSafeInteger(Number(quantity)))
      return { sku, quantity: Number(quantity) }
  }
  return null
}
