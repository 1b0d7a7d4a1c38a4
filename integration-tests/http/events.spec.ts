import { JOB_RUNS } from "../../src/recurring/job-runs"
import { EVENT_NAMES } from "../helpers/heard-events"
import { storeSuite, waitFor } from "../helpers/store"
import { acknowledgedOrder, refusedShipment, UPS } from "./admin-api/support"

const apply = { cancellations: "apply", shipments: "apply", deliveries: "apply" } as const

storeSuite(
  "What the plugin emits for a store's subscribers",
  (store) => {
    /* Every suite of booted stores holds what it hears against the declared types; this one hears all of it. */
    it("is every event of WalmartEvents, each with the fields of its type and no other", async () => {
      await refusedShipment(store)
      store.simulateOrder({ lines: [{ sku: "NOT-IN-THE-STORE", quantity: 1, price: 10 }] })
      await store.importAll()
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
      const parcel = { carrier: "UPS", trackingNumber: UPS }
      store.simulator().control.run("POST", `orders/${po}/ship`, parcel)
      await store.post(`/admin/walmart/orders/${orderId}/refresh`, {})
      await waitFor("every event", async () => {
        await JOB_RUNS.sweep(store.container())
        return EVENT_NAMES.every((name) => store.heard.counts.has(name))
      })
      await store.sendingEnds()
      expect(store.heard.misfits).toEqual([])
    })
  },
  { account: { mirror: apply }, plugin: { refusedAttempts: 1 } }
)
