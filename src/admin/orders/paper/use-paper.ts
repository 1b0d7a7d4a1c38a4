import type { AdminWalmartOrder, AdminWalmartOrderListResponse } from "../../../types/http"
import { useAction } from "../../common/use-action"
import { callApi } from "../../data/api"
import type { Translate } from "../../words/translate"
import { useWords } from "../../words/use-words"
import { type PaperWords, paperHtml } from "./paper-html"
import { printDocument } from "./print"

/** Orders that are read in one call; their ids stand in its address. */
const BATCH = 100

const ADDRESS = [
  ...["first_name", "last_name", "address_1", "address_2"],
  ...["city", "province", "postal_code"],
]
  .map((name) => `+order.shipping_address.${name}`)
  .join()

/** Prints pick list and packing slips of orders as they are this moment. */
export function usePaper() {
  const { t, language } = useWords()
  const print = async (chosen: AdminWalmartOrder[]) => {
    const orders = await readAgain(chosen.flatMap(({ order_id: id }) => id ?? []))
    printDocument(paperHtml(orders, wordsOf(t, language)))
  }
  return useAction(print, { done: () => null, renews: [] })
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
