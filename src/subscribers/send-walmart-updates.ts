import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { sendSoon } from "../workflows/recurring/send-soon"

/** A mailbox has become due by a person's hand or an import: send at once instead of at the next tick. */
export default async function sendWalmartUpdates({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  sendSoon(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: "walmart.mailbox.due",
  context: { subscriberId: "walmart-send-updates" },
}
