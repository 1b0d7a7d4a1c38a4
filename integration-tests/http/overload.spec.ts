import { Modules } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../../src/modules/walmart"
import type WalmartModuleService from "../../src/modules/walmart/service"
import lookIn from "../../src/jobs/send-walmart-updates"
import planWalmartUpdates from "../../src/subscribers/plan-walmart-updates"
import sendWalmartUpdates from "../../src/subscribers/send-walmart-updates"
import { walmartOrderId } from "../../src/walmart/common/ids"
import { shipment } from "../faults/harness/updates"
import { NO_LIMIT } from "../../testing/no-limit"
import { NEVER_MS, storeSuite, waitFor } from "../helpers/store"

const PARCELS = 200
const LOOKS = 25
/** What Walmart takes for a call. A screen that waited for a single one would take as long. */
const CALL_MS = 8_000

const A_MUG = { lines: [{ sku: "MUG-1", quantity: 1, price: 9.99 }] }

storeSuite(
  "a flood of parcels while Walmart takes its time",
  (store) => {
    const walmart = () => store.container().resolve<WalmartModuleService>(WALMART_MODULE)

    /** An order with a parcel that waits. @returns its id */
    async function aParcel(): Promise<string> {
      const { purchaseOrderId } = store.simulateOrder({ ...A_MUG, status: "Acknowledged" })
      const readAt = await walmart().databaseNow()
      const order = await walmart().client("main").getOrder(purchaseOrderId)
      const { id } = await walmart().saveOrder("main", order, readAt)
      await walmart().enqueue(id, [shipment({ 1: 1 })], "test")
      return id
    }

    /** Many of them. @returns their ids */
    async function flood(): Promise<string[]> {
      const ids: string[] = []
      for (let n = 0; n < PARCELS; n++) ids.push(await aParcel())
      return ids
    }

    /** Median of looking at the order list and at one order, in milliseconds; the rest is what else the machine does. */
    async function screensTake(orderId: string): Promise<number> {
      const taken: number[] = []
      for (let n = 0; n < LOOKS; n++) {
        const startedAt = performance.now()
        await store.get("/admin/orders", { limit: 20 })
        await store.order(orderId)
        taken.push(performance.now() - startedAt)
      }
      return taken.sort((a, b) => a - b)[Math.floor(LOOKS / 2)]
    }

    it("leaves Medusa's own screens usable, and every parcel arrives once", async () => {
      store.simulator().control.run("POST", "rate-limits", { off: true })
      const { orderId } = await store.importOrder(A_MUG)
      await store.sendDue()
      await screensTake(orderId)
      const quiet = await screensTake(orderId)
      const ids = await flood()
      const slow = {
        route: "orders.shipping",
        times: 10_000,
        fault: { kind: "delay", ms: CALL_MS },
      }
      store.simulator().control.run("POST", "faults", slow)
      const events = ids.map((id) => ({ name: "walmart.queue.due", data: { id } }))
      await store.container().resolve(Modules.EVENT_BUS).emit(events)
      const draining = store.sendDue()
      const busy = await screensTake(orderId)
      console.info(`both screens, p50: ${quiet.toFixed(0)} ms quiet, ${busy.toFixed(0)} ms flooded`)
      expect(busy).toBeLessThan(CALL_MS / 2)
      store.simulator().control.run("DELETE", "faults")
      await draining
      const shipped = store.ledger().filter(({ effect }) => effect === "shipped")
      expect(shipped).toHaveLength(PARCELS)
      expect(new Set(shipped.map(({ purchaseOrderId }) => purchaseOrderId)).size).toBe(PARCELS)
    })

    it("keeps neither the recurring job nor a subscriber waiting: each returns while its call is open", async () => {
      const { orderId } = await store.importOrder(A_MUG)
      await store.sendDue()
      const fulfillmentId = await store.shipWithoutEvent(orderId, "1Z999AA10123456784")
      const never = { route: "orders.shipping", times: 3, fault: { kind: "hang" } }
      store.simulator().control.run("POST", "faults", never)
      const around = { container: store.container(), pluginOptions: {} }
      await aParcel()
      await lookIn(store.container())
      await openCalls(1)
      const due = { name: "walmart.queue.due", data: { id: walmartOrderId(await aParcel()) } }
      await sendWalmartUpdates({ event: due, ...around })
      await openCalls(2)
      const shipped = { name: "shipment.created", data: { id: fulfillmentId } }
      await planWalmartUpdates({ event: shipped, ...around })
      await openCalls(3)
      store.simulator().control.run("POST", "reset")
      await openCalls(0)
    })

    const openCalls = (count: number) =>
      waitFor(`${count} open calls`, async () => {
        const open = { endpoint: "orders.shipping", outcome: "started" as const }
        return (await walmart().listWalmartAttempts(open)).length === count
      })
  },
  {
    plugin: {
      rateLimits: { "orders.shipping": NO_LIMIT },
      schedules: {
        sendEveryMs: 100,
        pollEveryMs: NEVER_MS,
        sweepEveryMs: NEVER_MS,
        pruneEveryMs: NEVER_MS,
      },
      callTimeoutMs: 20_000,
      leaseMs: 26_000,
    },
  }
)
