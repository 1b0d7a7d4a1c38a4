import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import type { QueueDue } from "../walmart/common/ids"
import { startClock } from "../recurring/start-clock"
import { wakeSender } from "../recurring/wake-sender"

/** A queue has become due by a person's hand or an import: send at once instead of at the next tick. */
export default async function sendWalmartUpdates({
  event: { data },
  container,
}: SubscriberArgs<QueueDue>): Promise<void> {
  if ("id" in data) wakeSender(container, data.id)
  else startClock(container).start("send")
}

export const config: SubscriberConfig = {
  event: "walmart.queue.due",
  context: { subscriberId: "walmart-send-updates" },
}
