import type { AdminWalmartOrderListResponse } from "../../../src/types/http"
import { upsNumber } from "../../../testing/ups-number"
import type { Desk } from "../desk"
import type { Staff } from "../staff"

/** An order and the number its parcel shall have. */
export interface ToShip {
  purchaseOrderId: string
  number: string
}

/** Longer than the bound: what a late machine takes is told, not cut off. */
const AT_MOST_MS = { timeout: 400_000 }

/** So many orders that wait to be shipped and ask nothing, with new numbers. @throws Error when there are fewer */
export async function toShip({ store }: Desk, count: number): Promise<ToShip[]> {
  const query = { status: "open", import_status: "imported", limit: 200 }
  const { orders } = await store.admin.get<AdminWalmartOrderListResponse>(
    "/admin/walmart/orders",
    query
  )
  const ready = orders.filter(
    (order) =>
      order.badge === "up_to_date" && order.units_to_ship > 0 && !order.customer_asked_to_cancel
  )
  if (ready.length < count) throw new Error(`Only ${ready.length} orders can be shipped.`)
  return ready
    .slice(0, count)
    .map(({ purchase_order_id: purchaseOrderId }) => ({ purchaseOrderId, number: upsNumber() }))
}

/** Pastes the list, has it checked and shipped, and closes it when all have left. */
export async function shipEighty(staff: Staff, orders: ToShip[]): Promise<void> {
  const text = orders.map(({ purchaseOrderId, number }) => `${purchaseOrderId}\t${number}`)
  await staff.button("Ship a list").click()
  await staff.dialog.getByLabel("Orders and tracking numbers").fill(text.join("\n"))
  await staff.button("Check the list", staff.dialog).click()
  await staff.button(`Ship ${orders.length} parcels`, staff.dialog).click()
  await staff.dialog.getByText(`${orders.length} shipped`, { exact: true }).waitFor(AT_MOST_MS)
  await staff.button("Close", staff.dialog).click()
}
