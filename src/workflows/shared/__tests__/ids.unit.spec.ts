import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type AccountId,
  type QueueDue,
  type WalmartOrderId,
  walmartOrderId,
} from "../../../walmart/common/ids"
import { wakeSender } from "../../../recurring/wake-sender"

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

it("takes the id of an order where one is wanted, and of nothing else", () => {
  const id: WalmartOrderId = walmartOrderId("wmo_1")
  expect(id).toBe("wmo_1")
  expect(misuses).toHaveLength(3)
  expect(misdirected).toHaveLength(2)
})
