import { english, type Phrase } from "../../../src/walmart/words/phrase"
import type { TestStore } from "../../helpers/store"
import { acknowledgedOrder, refusal } from "./support"

/** What is refused, for a screen that says it in staff's own language. */
export function refusalTests(store: TestStore): void {
  const refused = async (call: Promise<unknown>) => {
    const { message, code, ...said } = await refusal(call)
    const words = (said.words ?? []) as Phrase[]
    return { message, code, keys: words.map(({ key }) => key), words }
  }

  describe("a refusal", () => {
    it("has a code and its sentences beside the English, whoever found it: route, workflow or module", async () => {
      const update = await refused(store.post("/admin/walmart/updates/wmu_x/retry"))
      expect(update).toMatchObject({
        message: 'There is no update "wmu_x". Use an id from the list of updates.',
        code: "update_unknown",
        words: [
          { key: "update_unknown.message", params: { id: "wmu_x" } },
          { key: "update_unknown.remedy", params: {} },
        ],
      })
      const order = await refused(store.get("/admin/walmart/orders/wmo_x"))
      expect(order.keys).toEqual(["order_unknown.message", "order_unknown.remedy"])
      const account = await refused(store.get("/admin/walmart/accounts/nobody/settings"))
      expect(account.keys).toEqual(["account_missing.message", "account_missing.remedy"])
      const address = await refused(store.get("/admin/walmart/orders?q=%ZZ"))
      expect(address.code).toBe("request_unreadable")
    })

    it("has all sentences of several faults, in the order of the English", async () => {
      const body = { ship_nodes: { A: "sloc_x" }, refund_reason_map: { refr_x: "Whim" } }
      const { message, words } = await refused(
        store.post("/admin/walmart/accounts/main/settings", body)
      )
      expect(english(words)).toBe(message)
      expect(words.map(({ key }) => key)).toEqual([
        ...["setting_unknown.about", "refund_reason_unknown.message"],
        ...["refund_reason_unknown.remedy", "setting_unknown.message_stock_location"],
        "setting_unknown.message_refund_reason",
      ])
    })

    it("is answered in the same way by the plugin's guards of Medusa's own routes", async () => {
      const { orderId, purchaseOrderId: order } = await acknowledgedOrder(store)
      const transfer = await refused(
        store.post(`/admin/orders/${orderId}/transfer`, { customer_id: "cus_x" })
      )
      expect(transfer).toMatchObject({
        code: "transfer_forbidden",
        words: [{ params: { order } }, { key: "transfer_forbidden.remedy" }],
      })
    })

    it("of Medusa's stays as Medusa answers it", async () => {
      expect((await refusal(store.get("/admin/orders/order_x"))).words).toBeNull()
    })
  })
}
