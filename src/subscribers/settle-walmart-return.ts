import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { WALMART_MODULE } from "../modules/walmart"
import type WalmartModuleService from "../modules/walmart/service"
import { wakeSender } from "../recurring/wake-sender"
import { walmartReturnId } from "../walmart/common/ids"
import { settleWalmartReturnWorkflow } from "../workflows/returns/settle-walmart-return"

/** Something came back in Medusa, or a person decided about a return. The poll of returns makes up for a lost event. */
export default async function settleWalmartReturn({
  event: { data },
  container,
}: SubscriberArgs<{ id?: string; return_id?: string }>): Promise<void> {
  const { tables } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  if (!(await tables.ready())) return
  const input = data.return_id ? { return_id: data.return_id } : { id: data.id }
  const { result } = await settleWalmartReturnWorkflow(container).run({ input })
  if (result && (result.wanted || !data.return_id)) {
    wakeSender(container, walmartReturnId(result.id))
  }
}

export const config: SubscriberConfig = {
  event: ["order.return_received", "walmart.return.due"],
  context: { subscriberId: "walmart-settle-return" },
}
