import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import type { MailboxDue } from "../walmart/common/ids"
import { startClock } from "../recurring/clock"
import { sendSoon } from "../recurring/send-soon"

/** A mailbox has become due by a person's hand or an import: send at once instead of at the next tick. */
export default async function sendWalmartUpdates({
  event: { data },
  container,
}: SubscriberArgs<MailboxDue>): Promise<void> {
  if ("id" in data) sendSoon(container, data.id)
  else startClock(container).start("send")
}

export const config: SubscriberConfig = {
  event: "walmart.mailbox.due",
  context: { subscriberId: "walmart-send-updates" },
}
