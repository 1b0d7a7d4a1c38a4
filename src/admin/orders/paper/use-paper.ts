import { toast } from "@medusajs/ui"
import type { AdminWalmartOrder, AdminWalmartOrderListResponse } from "../../../types/http"
import { WANTED_LIMITS } from "../../../walmart/checks/wanted-limits"
import { chunks } from "../../../walmart/common/chunks"
import { useAction } from "../../common/use-action"
import { callApi } from "../../data/api"
import type { Translate } from "../../words/translate"
import { useWords } from "../../words/use-words"
import { checkShipments } from "../ship/ship"
import { type PaperWords, paperHtml } from "./paper-html"
import { itemsToPack, orderName, type Packable } from "./pick-list"
import { printDocument } from "./print"

/** Orders that are read in one call; their ids stand in its address. */
const BATCH = 100

const ADDRESS = [
  ...["first_name", "last_name", "address_1", "address_2"],
  ...["city", "province", "postal_code"],
]
  .map((name) => `+order.shipping_address.${name}`)
  .join()

/** Prints pick list and packing slips of what can leave of the orders this moment, and says which have nothing left to pack. */
export function usePaper() {
  const { t, language } = useWords()
  const print = async (chosen: AdminWalmartOrder[]) => {
    const orders = await readAgain(chosen.flatMap(({ order_id: id }) => id ?? []))
    const packable = await packableOf(orders)
    if (packable.length > 0) printDocument(paperHtml(packable, wordsOf(t, language)))
    const printed = new Set(packable.map(({ order }) => order.id))
    return chosen.filter(({ id }) => !printed.has(id)).map(orderName)
  }
  return useAction(print, {
    done: () => null,
    after: (leftOut) => leftOut.length > 0 && toast.info(leftOutWords(t, leftOut)),
    renews: [],
  })
}

function leftOutWords(t: Translate, leftOut: string[]): string {
  return t("paper.leftOut", { count: leftOut.length, orders: leftOut.join(", ") })
}

/** Walmart's own figures would still hold what was shipped here a moment ago, and what others ship. */
async function packableOf(orders: AdminWalmartOrder[]): Promise<Packable[]> {
  const packable: Packable[] = []
  for (const some of chunks(orders, WANTED_LIMITS.shipments)) {
    const { shipments } = await checkShipments(some.map(({ id }) => ({ order: id, labels: [] })))
    packable.push(
      ...some.map((order, at) => ({ order, items: itemsToPack(shipments[at], order.lines) }))
    )
  }
  return packable.filter(({ items }) => items.length > 0)
}

async function readAgain(ids: string[]): Promise<AdminWalmartOrder[]> {
  const orders: AdminWalmartOrder[] = []
  for (let from = 0; from < ids.length; from += BATCH) {
    const order_id = ids.slice(from, from + BATCH).join(",")
    const query = { order_id, limit: BATCH, order: "due", fields: ADDRESS }
    const page = await callApi<AdminWalmartOrderListResponse>("walmart/orders", { query })
    orders.push(...page.orders)
  }
  return orders
}

function wordsOf(t: Translate, language: string): PaperWords {
  return {
    language,
    pick: t("paper.pick"),
    slip: t("paper.slip"),
    sku: t("paper.sku"),
    items: t("paper.items"),
    quantity: t("paper.quantity"),
    shipTo: t("paper.shipTo"),
    ordersOf: (count) => t("paper.pickOf", { count }),
    order: (number) => t("paper.of", { number }),
    walmartOrder: (number) => t("paper.walmartOrder", { number }),
  }
}
