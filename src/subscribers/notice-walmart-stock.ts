import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { WALMART_MODULE } from "../modules/walmart"
import type WalmartModuleService from "../modules/walmart/service"
import { startClock } from "../recurring/start-clock"
import { noticeWalmartStockWorkflow } from "../workflows/stock/push-walmart-stock"

/**
 * A stock level has changed, by a person or by a reservation, which every level counts. The inventory module says so itself,
 * whoever has called it; an event that is lost is made good by the daily check.
 */
export default async function noticeWalmartStock({
  event: { data },
  container,
}: SubscriberArgs<{ id: string | string[] }>): Promise<void> {
  const { tables } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  if (!(await tables.ready())) return
  startClock(container)
  const level_ids = [data.id].flat()
  await noticeWalmartStockWorkflow(container).run({ input: { level_ids } })
}

export const config: SubscriberConfig = {
  event: ["created", "updated", "deleted"].map((what) => `inventory.inventory-level.${what}`),
  context: { subscriberId: "walmart-notice-stock" },
}
