import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type AccountId,
  type Loose,
  type QueueDue,
  type WalmartReturnId,
  type WalmartOrderId,
  walmartOrderId,
} from "../../../walmart/common/ids"
import { wakeSender } from "../../../recurring/wake-sender"
import type { StockTarget } from "../../../modules/walmart/queue/stock/reading"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { InventoryCalls } from "../../../walmart/api/inventory"
import type { Order } from "../../../walmart/orders/order"
import { unitsShownUnder } from "../../../walmart/updates/shipment/shipment"
import type { LoadedPlan } from "../../reconciliation/load-plans"
import { findMade } from "../../returns/load-return"

/** Only compiled: each refusal of the compiler below is one that it must give. */
function misuses(container: MedusaContainer, account: AccountId, due: QueueDue): void {
  // @ts-expect-error An account is no order.
  wakeSender(container, account)
  // @ts-expect-error An event may be about an account.
  wakeSender(container, due.id)
  if ("id" in due) wakeSender(container, due.id)
}

/** Only compiled, as above. */
function misdirected(id: WalmartOrderId, account_id: AccountId): QueueDue[] {
  return [
    { id },
    { account_id },
    // @ts-expect-error An account is no order.
    { id: account_id },
    // @ts-expect-error An order is no account.
    { account_id: id },
    // @ts-expect-error Any other text is neither.
    { id: "wmo_1" },
  ]
}

/** Only compiled, as above: two ids in one call, each in the other's place. */
function mixedUp(
  { sku, shipNodeId, accountId }: StockTarget,
  { getInventory }: InventoryCalls,
  service: WalmartModuleService
): void {
  // @ts-expect-error A ship node is no SKU.
  getInventory(shipNodeId ?? "", "N1")
  // @ts-expect-error A SKU is no ship node.
  getInventory("MUG-1", sku)
  // @ts-expect-error A SKU is no account.
  service.chooseProduct(sku, accountId, "MUG-1")
  // A text of which nothing is known is taken.
  service.chooseProduct("main", "MUG-1", "MUG-1")
}

/** Only compiled, as above. */
function mixedUpOrders(
  container: MedusaContainer,
  { walmart_order_id, order_id }: LoadedPlan,
  order: Order,
  row: Loose<WalmartReturnId>
): void {
  // @ts-expect-error A return is no order.
  findMade(container, row, "wmr_1")
  // @ts-expect-error A Walmart order is no return.
  findMade(container, order_id, walmart_order_id)
  // @ts-expect-error A line number is no tracking number.
  unitsShownUnder(order, order.lines[0].lineNumber)
}

it("takes the id of an order where one is wanted, and of nothing else", () => {
  const id: WalmartOrderId = walmartOrderId("wmo_1")
  expect(id).toBe("wmo_1")
  expect(misuses).toHaveLength(3)
  expect(misdirected).toHaveLength(2)
  expect(mixedUp).toHaveLength(3)
  expect(mixedUpOrders).toHaveLength(4)
})
