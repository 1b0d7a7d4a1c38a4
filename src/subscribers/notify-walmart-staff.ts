import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { WALMART_MODULE } from "../modules/walmart"
import type { RaisedCause } from "../modules/walmart/notifications/notification-sql"
import type WalmartModuleService from "../modules/walmart/service"
import { notifyStaff, notifyStaffSoon } from "../recurring/notify-staff"
import type { WalmartSecondWriter } from "../types/notification"

const SECOND_WRITER = "walmart.account.second_writer"

/** What needs a person is said at once; the sweep does the same for events that were lost. */
export default async function notifyWalmartStaff({
  event: { name, data },
  container,
}: SubscriberArgs<Partial<WalmartSecondWriter>>): Promise<void> {
  const { tables } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  if (!(await tables.ready())) return
  const { account_id } = data
  if (name !== SECOND_WRITER || !account_id) return notifyStaffSoon(container)
  await notifyStaff(container, [secondWriter({ ...data, account_id })])
}

/** Each order is a cause of its own: what goes on is said again, by the orders that have come since. */
function secondWriter(event: WalmartSecondWriter): RaisedCause {
  const { account_id, walmart_order_id = null, purchase_order_id, message = null } = event
  const about = purchase_order_id ?? account_id
  const cause = `account:${account_id}:second_writer${purchase_order_id ? `:${about}` : ""}`
  return { kind: "second_writer", cause, account_id, walmart_order_id, about, message }
}

export const config: SubscriberConfig = {
  event: [
    "walmart.order.attention_needed",
    "walmart.order.changed_at_walmart",
    "walmart.update.failed",
    SECOND_WRITER,
  ],
  context: { subscriberId: "walmart-notify-staff" },
}
