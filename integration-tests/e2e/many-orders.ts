import type { Page } from "playwright-core"
import type { AdminWalmartOrderListResponse } from "../../src/types/http"
import { api } from "./first-start"

/** Has the list show so many orders, made of those that there are, of which one is enough. */
export async function showMany(page: Page, count: number): Promise<void> {
  await page.route(api("orders"), async (route) => {
    const response = await route.fetch()
    const answer = (await response.json()) as AdminWalmartOrderListResponse
    const orders = Array.from({ length: count }, (_, index) => ({
      ...answer.orders[index % answer.orders.length],
      id: `wmo_${index}`,
    }))
    await route.fulfill({ response, json: { ...answer, orders, count } })
  })
}
