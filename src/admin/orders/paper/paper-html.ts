import type { AdminWalmartOrder } from "../../../types/http"
import { type Packable, pickList } from "./pick-list"

/** The words on paper, in the reader's language. */
export interface PaperWords {
  language: string
  pick: string
  slip: string
  sku: string
  items: string
  quantity: string
  shipTo: string
  ordersOf: (count: number) => string
  order: (number: string) => string
  walmartOrder: (number: string) => string
}

const STYLE = `
  body { font: 12px/1.4 system-ui, sans-serif; margin: 0; color: #000; }
  section { page-break-after: always; padding: 8mm; }
  section:last-child { page-break-after: auto; }
  h1 { font-size: 18px; margin: 0 0 4px; }
  p { margin: 0 0 2px; white-space: pre-line; }
  table { width: 100%; border-collapse: collapse; margin-top: 12px; }
  th, td { text-align: left; padding: 4px 6px; border-bottom: 1px solid #999; vertical-align: top; }
  th:last-child, td:last-child { text-align: right; }
  tr { page-break-inside: avoid; }`

/** A pick list of what of these orders can leave, and a packing slip of each, as a page to print. Prices are on none of them. Pure. */
export function paperHtml(orders: Packable[], words: PaperWords): string {
  const sections = [pickSection(orders, words), ...orders.map((order) => slip(order, words))]
  return (
    `<!doctype html><html lang="${escaped(words.language)}"><head><meta charset="utf-8">` +
    `<title>${escaped(words.pick)}</title><style>${STYLE}</style></head>` +
    `<body>${sections.join("")}</body></html>`
  )
}

function pickSection(orders: Packable[], words: PaperWords): string {
  const rows = pickList(orders).map(({ sku, name, quantity, orders: numbers }) =>
    row([sku, `${name}\n${numbers.join(", ")}`, String(quantity)])
  )
  const head = `<h1>${escaped(words.pick)}</h1><p>${escaped(words.ordersOf(orders.length))}</p>`
  return `<section>${head}${table(rows, words)}</section>`
}

function slip({ order, items }: Packable, words: PaperWords): string {
  const rows = items.map((item) => row([item.sku, item.product_name, String(item.quantity)]))
  const numbers = [
    words.walmartOrder(order.customer_order_id),
    ...(order.order ? [words.order(`#${order.order.display_id}`)] : []),
  ]
  return (
    `<section><h1>${escaped(words.slip)}</h1>` +
    numbers.map((text) => `<p>${escaped(text)}</p>`).join("") +
    `<p><b>${escaped(words.shipTo)}</b></p><p>${escaped(addressOf(order))}</p>` +
    `${table(rows, words)}</section>`
  )
}

function addressOf({ order }: AdminWalmartOrder): string {
  const address = order?.shipping_address
  if (!address) return ""
  const { first_name, last_name, address_1, address_2, city, province, postal_code } = address
  const place = [city, [province, postal_code].filter(Boolean).join(" ")].filter(Boolean).join(", ")
  const name = [first_name, last_name].filter(Boolean).join(" ")
  return [name, address_1, address_2, place].filter(Boolean).join("\n")
}

function table(rows: string[], { sku, items, quantity }: PaperWords): string {
  const head = [sku, items, quantity].map((word) => `<th>${escaped(word)}</th>`).join("")
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`
}

function row(cells: string[]): string {
  return `<tr>${cells.map((cell) => `<td><p>${escaped(cell)}</p></td>`).join("")}</tr>`
}

const ENTITIES: Record<string, string> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character])
}
