import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { startClock } from "../recurring/start-clock"

/** A webhook was about a return: poll the account's returns at once instead of at the next time. */
export default async function pollWalmartReturns({ container }: SubscriberArgs): Promise<void> {
  startClock(container).start("returns")
}

export const config: SubscriberConfig = {
  event: "walmart.returns.due",
  context: { subscriberId: "walmart-poll-returns" },
}
