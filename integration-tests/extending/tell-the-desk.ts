import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { WalmartEvents } from "medusa-plugin-walmart/types"

export default async function tellTheDesk({
  event,
  container,
}: SubscriberArgs<WalmartEvents["walmart.update.failed"]>) {
  const { kind, walmart_order_id, error_code } = event.data
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`${kind} of ${walmart_order_id} failed: ${error_code}`)
}

export const config: SubscriberConfig = { event: "walmart.update.failed" }
