import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { readGraph } from "../../../../workflows/shared/read-graph"

/** Shorter texts mean too many buyers to be of use. */
const SHORTEST = 2
/** More words than a name has. */
const MOST_WORDS = 5

/**
 * Medusa orders among the newest whose buyer's name or ZIP a search text is. Both live in Medusa's own addresses, where a store
 * deletes them, and so they are asked for there.
 */
export async function ordersByBuyer(
  container: MedusaContainer,
  text: string | undefined
): Promise<string[]> {
  const address = buyerFilter(text)
  if (!address) return []
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const ids = await walmart.newestOrderIds()
  if (ids.length === 0) return []
  const filters = { id: ids, shipping_address: address }
  const orders = await readGraph<{ id: string }>(container, {
    entity: "order",
    fields: ["id"],
    filters,
  })
  return orders.map(({ id }) => id)
}

/**
 * What an address has to be like: every word is in the name, or the text begins the ZIP. Null for a text that can be neither, such as
 * one of Walmart's numbers. Pure.
 */
export function buyerFilter(text: string | undefined): object | null {
  const wanted = (text ?? "").trim()
  if (/^[\d -]{3,10}$/.test(wanted) && /^\d/.test(wanted)) {
    return { postal_code: { $like: `${escaped(wanted)}%` } }
  }
  const words = wanted.split(/\s+/).filter(Boolean)
  const isName = wanted.length >= SHORTEST && words.length <= MOST_WORDS && !/[#_]/.test(wanted)
  if (!isName || /\d/.test(wanted)) return postcode(wanted)
  return {
    $and: words.map((word) => {
      const part = { $ilike: `%${escaped(word)}%` }
      return { $or: [{ first_name: part }, { last_name: part }] }
    }),
  }
}

/** Canada's have letters and digits in turn, and a gap between their halves that some people leave out. */
function postcode(text: string): object | null {
  const [, first, second] = /^([a-z]\d[a-z])[ -]?(\d[a-z]\d)?$/i.exec(text) ?? []
  if (!first) return null
  return { postal_code: { $ilike: second ? `${first}%${second}%` : `${first}%` } }
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`)
}
