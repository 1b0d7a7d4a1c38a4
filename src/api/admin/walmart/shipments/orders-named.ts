import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { shownValue } from "../../../../walmart/common/problem"
import type { WalmartOrderRow } from "../../../../workflows/shared/find-walmart-rows"
import { readGraph } from "../../../../workflows/shared/read-graph"
import { type Phrase, phrase, phrases } from "../../../../walmart/words/phrase"

/** The one order that a name means, or why it means none. */
export type NamedOrder = { row: WalmartOrderRow } | { refusal: Phrase[] }

/** Finds the order of each name: either id, Walmart's numbers, or Medusa's own, which the order list shows as `#12`. */
export async function ordersNamed(
  container: MedusaContainer,
  names: string[]
): Promise<Map<string, NamedOrder>> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const wanted = [...new Set(names)]
  const [ids, numbered] = await Promise.all([
    walmart.orderIdsNamedEach(wanted),
    ordersNumbered(container, wanted),
  ])
  const [byId, byOrder] = await Promise.all([
    walmart.listWalmartOrders({ id: [...ids.values()].flat() }, { relations: ["lines"] }),
    walmart.listWalmartOrders({ order_id: [...numbered.values()] }, { relations: ["lines"] }),
  ])
  const rows = [...byId, ...byOrder] as WalmartOrderRow[]
  return new Map(
    wanted.map((name) => {
      const meant = (row: WalmartOrderRow) =>
        ids.get(name)?.includes(row.id) || row.order_id === (numbered.get(name) ?? name)
      const found = new Map(rows.filter(meant).map((row) => [row.id, row]))
      return [name, oneOf(name, [...found.values()])]
    })
  )
}

function oneOf(name: string, rows: WalmartOrderRow[]): NamedOrder {
  if (rows.length === 1) return { row: rows[0] }
  const shown = shownValue(name)
  if (rows.length === 0) return { refusal: [phrase("order_unknown", "message", { id: shown })] }
  const orders = rows.map((row) => row.purchase_order_id).join(", ")
  return { refusal: phrases("order_ambiguous", { id: shown, orders }, "named") }
}

/** Ids of Medusa orders by the names that are their own numbers. */
async function ordersNumbered(
  container: MedusaContainer,
  names: string[]
): Promise<Map<string, string>> {
  const numbers = new Map(
    names.flatMap((name): [string, number][] => {
      const digits = /^#?(\d{1,9})$/.exec(name)?.[1]
      return digits ? [[name, Number(digits)]] : []
    })
  )
  if (numbers.size === 0) return new Map()
  const orders = await readGraph<{ id: string; display_id: number }>(container, {
    entity: "order",
    fields: ["id", "display_id"],
    filters: { display_id: [...new Set(numbers.values())] },
  })
  const ids = new Map(orders.map(({ id, display_id }) => [Number(display_id), id]))
  return new Map(
    [...numbers].flatMap(([name, number]): [string, string][] => {
      const id = ids.get(number)
      return id ? [[name, id]] : []
    })
  )
}
