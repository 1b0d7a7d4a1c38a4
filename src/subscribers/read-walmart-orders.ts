import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { wakeReader } from "../recurring/wake-reader"

/** A webhook has asked for an order: read it at once instead of at the next tick. */
export default async function readWalmartOrders({ container }: SubscriberArgs): Promise<void> {
  wakeReader(container)
}

export const config: SubscriberConfig = {
  event: "walmart.read.due",
  context: { subscriberId: "walmart-read-orders" },
}
