import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { AdminClient } from "../../../testing/admin-client"
import { type TestStore, waitFor } from "../../helpers/store"
import { acknowledgedOrder, detailOf, moduleOf, OUT_OF_STOCK } from "./support"

const PRICING = "SELLER_CANCEL_PRICING_ERROR"
const OTHER = { email: "other@example.com", password: "walmart-demo" }

/** Reasons of people who are about to cancel the same order. */
export function twoPeopleTests(store: TestStore): void {
  describe("two people with different reasons", () => {
    const colleague = async (): Promise<AdminClient> => {
      const container = store.container()
      const auth = container.resolve(Modules.AUTH)
      const { authIdentity } = await auth.register("emailpass", { body: OTHER })
      const userData = { email: OTHER.email, first_name: "Other", last_name: "Admin" }
      await createUserAccountWorkflow(container).run({
        input: { authIdentityId: authIdentity?.id ?? "", userData },
      })
      const client = new AdminClient(store["http"])
      await client.login(OTHER)
      return client
    }

    const choose = (person: AdminClient, orderId: string, reason: string | null) =>
      person.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, { reason })

    const reasonAtWalmart = (po: string) =>
      waitFor("the cancellation", () => {
        return store.ledger(po).find(({ effect }) => effect === "cancelled")?.reason
      })

    it("each cancel with their own, whoever chose last", async () => {
      const other = await colleague()
      for (const [person, wanted] of [
        [store, PRICING],
        [other, OUT_OF_STOCK],
      ] as const) {
        const { orderId, purchaseOrderId } = await acknowledgedOrder(store)
        await choose(store, orderId, PRICING)
        await choose(other, orderId, OUT_OF_STOCK)
        await person.cancel(orderId)
        expect(await reasonAtWalmart(purchaseOrderId)).toBe(wanted)
        const { updates } = await detailOf(store, orderId)
        const { user } = await person.get<{ user: { id: string } }>("/admin/users/me")
        expect(updates.at(-1)?.requested_by).toBe(user.id)
      }
    })

    it("have the reason of the one whose cancel was saved, when both cancel at once", async () => {
      const other = await colleague()
      for (let round = 0; round < 4; round++) {
        const { orderId, purchaseOrderId } = await acknowledgedOrder(store)
        const cancel = async (person: AdminClient, reason: string) => {
          await choose(person, orderId, reason)
          await person.cancel(orderId)
          return reason
        }
        const both = [cancel(store, PRICING), cancel(other, OUT_OF_STOCK)]
        const ended = await Promise.allSettled(round % 2 === 0 ? both : both.reverse())
        const saved = ended.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
        expect(saved).toEqual([await reasonAtWalmart(purchaseOrderId)])
      }
    })

    it("lose only their own when one of them takes it back, and nobody's id outlives the order's payload", async () => {
      const other = await colleague()
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store)
      await choose(store, orderId, PRICING)
      await choose(other, orderId, OUT_OF_STOCK)
      await choose(other, orderId, null)
      await store.cancel(orderId)
      expect(await reasonAtWalmart(purchaseOrderId)).toBe(PRICING)
      await store.sendingEnds()
      const { id } = await store.walmartOrder(purchaseOrderId)
      const walmart = moduleOf(store)
      await walmart.updateWalmartOrders({ id, refreshed_at: new Date(0) })
      await store.run("prune-walmart-records", {})
      expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({ chosen_reasons: null })
    })
  })
}
