import { planSweptOrders } from "../../src/workflows/updates/plan-swept-orders"
import type {
  AdminWalmartAccountListResponse,
  AdminWalmartStatusResponse,
  AdminWalmartUpdateResponse,
} from "../../src/types/http"
import { AdminRefusal, storeSuite } from "../helpers/store"
import { detailOf, moduleOf, updateThat } from "./admin-api/support"

const UPS = "1Z999AA10123456784"
const MUGS = { lines: [{ sku: "MUG-1", quantity: 2, price: 20 }] }

storeSuite(
  "A store in which one of two accounts has no keys",
  (store) => {
    /** An order that was imported and acknowledged while its account still had its keys. */
    async function importedBefore() {
      const order = await store.importOrder(MUGS)
      await store.sendingEnds()
      const { id } = await store.walmartOrder(order.purchaseOrderId)
      await moduleOf(store).updateWalmartOrders({ id, account_id: "colleague" })
      return { ...order, id }
    }

    it("is connected with the other, and says which is not and what to do", async () => {
      expect(await store.importAll()).toBeNull()
      const status = await store.get<AdminWalmartStatusResponse>("/admin/walmart/status")
      const note =
        'The Walmart account "colleague" is not connected, because its clientId and clientSecret are not set. Set both keys in the store\'s environment and restart.'
      expect(status).toMatchObject({
        connected: true,
        notes: [{ text: note }],
        missing_accounts: [],
      })
      expect(status.message).toBe(`Connected: main (us). ${note}`)
      const { accounts } =
        await store.get<AdminWalmartAccountListResponse>("/admin/walmart/accounts")
      expect(accounts.map(({ id }) => id)).toEqual(["main"])
    })

    it("lets staff ship and cancel what was imported before, and says that Walmart is not told", async () => {
      const shipped = await importedBefore()
      const canceled = await importedBefore()
      await store.fulfillAndShip(shipped.orderId, [{ tracking_number: UPS }])
      await store.post(`/admin/orders/${canceled.orderId}/cancel`)
      await planSweptOrders(store.container())
      expect(await store.importAll()).toBeNull()
      await store.sendingEnds()
      for (const { orderId, purchaseOrderId: po } of [shipped, canceled]) {
        const detail = await detailOf(store, orderId)
        expect(detail.account.configured).toBe(false)
        expect(detail.cancellation.refusal?.text).toMatch(
          /"colleague" is not connected.*Seller Center/
        )
        expect(detail.discrepancies).toMatchObject([
          {
            code: "account_missing",
            message: expect.stringContaining("Nothing of this order is sent"),
          },
        ])
        expect(store.ledger(po).map(({ effect }) => effect)).toEqual(["acknowledged"])
      }
      const status = await store.get<AdminWalmartStatusResponse>("/admin/walmart/status")
      expect(status.missing_accounts).toEqual([{ id: "colleague", open_orders: 2 }])
      expect(status.notes.map(({ text }) => text)).toEqual([
        expect.stringMatching(/is not connected.*2 open orders; Walmart does not hear/),
      ])
    })

    it("keeps what waits for that account, and says why it cannot be sent", async () => {
      const { orderId, id } = await importedBefore()
      await moduleOf(store).updateWalmartOrders({ id, account_id: "main" })
      await store.post("/admin/walmart/accounts/main/pause", {})
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      const update = await updateThat(store, orderId, ({ kind }) => kind === "shipment")
      const walmart = moduleOf(store)
      const elsewhere = { account_id: "colleague" }
      await walmart.updateWalmartOrders({ id, ...elsewhere })
      await walmart.updateWalmartUpdates({ id: update.id, ...elsewhere })
      const [box] = await walmart.listWalmartQueues({ subject_id: id })
      await walmart.updateWalmartQueues({ id: box.id, ...elsewhere })
      await store.post("/admin/walmart/accounts/main/resume", {})
      await store.sendDue()
      const path = `/admin/walmart/updates/${update.id}?preview=true`
      const { preview } = (await store.get<AdminWalmartUpdateResponse>(path)).update
      expect(preview).toMatchObject({
        attention: {
          code: "account_missing",
          message: expect.stringContaining('"colleague" is not connected'),
        },
      })
      expect(await walmart.listWalmartUpdates({ id: update.id })).toMatchObject([
        { status: "pending" },
      ])
    })

    it.each(["/pause", "/settings", "/test", "/resume"])(
      "refuses %s of that account in the same words",
      async (path) => {
        const refused = store.post(`/admin/walmart/accounts/colleague${path}`, {})
        const error = await refused.catch((thrown: unknown) => thrown)
        expect(error).toBeInstanceOf(AdminRefusal)
        expect(error).toMatchObject({
          status: 404,
          message: expect.stringContaining('"colleague" is not connected'),
        })
      }
    )
  },
  { moreAccounts: [{ id: "colleague", clientId: undefined, clientSecret: undefined }] }
)
