import { logger } from "@medusajs/framework/logger"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { JOB_RUNS } from "../../src/recurring/job-runs"
import { notifyStaff } from "../../src/recurring/notify-staff"
import type { WalmartNotificationRaised } from "../../src/types/notification"
import { storeSuite, type TestStore, waitFor } from "../helpers/store"
import { moduleOf, OUT_OF_STOCK, refusedShipment } from "./admin-api/support"

const MUG = { lines: [{ sku: "MUG-1", quantity: 1, price: 10 }] }
const THREE_MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 10 }] }
const SECOND_WRITER = "walmart.account.second_writer"
const UNKNOWN = { lines: [{ sku: "NOT-IN-THE-STORE", quantity: 1, price: 10 }] }

interface BellEntry {
  to: string
  status: string
  data: WalmartNotificationRaised
}

storeSuite(
  "People are notified of Walmart orders",
  (store) => {
    const warnings: string[] = []
    beforeAll(() => {
      jest.spyOn(logger, "warn").mockImplementation((text) => void warnings.push(String(text)))
    })
    afterEach(() => store.sendingEnds())

    const database = () => store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const sql = (text: string, values: (string | number)[] = []) => database().raw(text, values)
    const sweep = () => JOB_RUNS.sweep(store.container())
    /** Until nothing is being said: a run that an event began may have taken what this one would say. */
    const notify = async () => {
      await notifyStaff(store.container())
      await moduleOf(store).notifying.ends()
    }
    const elsewhere = (purchaseOrderId: string, action: string) =>
      store.simulator().control.run("POST", `orders/${purchaseOrderId}/${action}`, {})
    const cancel = (orderId: string, lines?: { line_number: string; quantity: number }[]) =>
      store.post(`/admin/walmart/orders/${orderId}/cancel`, { reason: OUT_OF_STOCK, lines })
    /** What a kind says, once it does. */
    const described = (kind: string) =>
      waitFor(kind, async () => (await bell(store, kind)).at(0)?.data.description)
    /** Everything is said again at once, as if the interval of every kind had passed. */
    const intervalsPass = () =>
      sql("UPDATE walmart_notification SET notified_at = notified_at - interval '2 hours'")

    it("at once when an update needs a person, by the admin's bell and by an event", async () => {
      const events = heard(store)
      const { purchaseOrderId } = await refusedShipment(store)
      await described("update_failed")
      const [entry] = await bell(store, "update_failed")
      expect(entry).toMatchObject({ to: "", status: "success", data: { count: 1 } })
      expect(entry.data.title).toBe("Walmart main: 1 order with an update that needs a person")
      expect(entry.data.description).toContain(`${purchaseOrderId}: `)
      expect(entry.data.description).toContain("Not today.")
      await waitFor("the event", () => events().some(({ id }) => id === entry.data.id))
      await sweep()
      await intervalsPass()
      await sweep()
      expect(await bell(store, "update_failed")).toHaveLength(1)
    })

    it("in one message of all orders that have come together, and not more often than the kind's interval", async () => {
      const numbers = [1, 2, 3].map(() => store.simulateOrder(UNKNOWN).purchaseOrderId)
      await store.importAll()
      await moduleOf(store).notifying.ends()
      await sweep()
      const late = store.simulateOrder(UNKNOWN).purchaseOrderId
      await store.importAll()
      await moduleOf(store).notifying.ends()
      const before = await bell(store, "import_failed")
      expect(textsOf(before)).not.toContain(late)
      await intervalsPass()
      await sweep()
      const after = await bell(store, "import_failed")
      expect(after).toHaveLength(before.length + 1)
      for (const number of [...numbers, late]) expect(timesIn(after, number)).toBe(1)
    })

    it("once in any number of runs at the same time, and anew when what was over comes back", async () => {
      const order = store.simulateOrder(MUG)
      await store.importAll()
      elsewhere(order.purchaseOrderId, "intent-to-cancel")
      await store.importAll()
      await Promise.all([1, 2, 3, 4].map(() => notifyStaff(store.container())))
      expect(await bell(store, "cancel_requested")).toHaveLength(1)
      store
        .simulator()
        .control.run("POST", `orders/${order.purchaseOrderId}/intent-to-cancel`, { value: false })
      await store.importAll()
      await sweep()
      elsewhere(order.purchaseOrderId, "intent-to-cancel")
      await store.importAll()
      await intervalsPass()
      await sweep()
      expect(await bell(store, "cancel_requested")).toHaveLength(2)
    })

    it("of deadlines that are near, of an order that Walmart canceled, and of what disagrees", async () => {
      const near = await store.importOrder(MUG)
      const canceled = await store.importOrder(MUG)
      const differs = await store.importOrder(MUG)
      await store.sendingEnds()
      await sql(
        `UPDATE walmart_order SET ship_by = now() + interval '3 hours', acknowledge_by = now() + interval '30 minutes',
           auto_cancel_at = now() + interval '20 hours', ordered_at = now() WHERE purchase_order_id = ?`,
        [near.purchaseOrderId]
      )
      await sql(
        `UPDATE walmart_order_line SET created_quantity = 1, acknowledged_quantity = 0 WHERE walmart_order_id IN
           (SELECT id FROM walmart_order WHERE purchase_order_id = ?)`,
        [near.purchaseOrderId]
      )
      elsewhere(canceled.purchaseOrderId, "auto-cancel")
      await store.importAll()
      const found = [{ key: "k", code: "units_not_whole", message: "Half a mug.", remedy: "" }]
      await sql("UPDATE walmart_order SET discrepancies = ?::jsonb WHERE purchase_order_id = ?", [
        JSON.stringify(found),
        differs.purchaseOrderId,
      ])
      await notify()
      for (const kind of ["acknowledge_near", "ship_near", "auto_cancel_near"]) {
        const [{ data }] = await bell(store, kind)
        expect(data.causes.map(({ about }) => about)).toContain(near.purchaseOrderId)
        expect(data.causes[0].due_at).toMatch(/^\d{4}-/)
      }
      expect(textsOf(await bell(store, "canceled_at_walmart"))).toContain(canceled.purchaseOrderId)
      expect(textsOf(await bell(store, "orders_differ"))).toContain("Half a mug.")
    })

    it("of an order whose rest Walmart canceled after this store had canceled a part of it, and of none that it canceled alone", async () => {
      const part = await store.importOrder(THREE_MUGS)
      const whole = await store.importOrder(THREE_MUGS)
      await store.sendingEnds()
      await cancel(part.orderId, [{ line_number: "1", quantity: 1 }])
      await cancel(whole.orderId)
      await store.sendingEnds()
      elsewhere(part.purchaseOrderId, "auto-cancel")
      await store.importAll()
      await intervalsPass()
      await notify()
      const said = textsOf(await bell(store, "canceled_at_walmart"))
      expect(said).toContain(part.purchaseOrderId)
      expect(said).not.toContain(whole.purchaseOrderId)
    })

    it("of each order by which another program gives itself away, together with what came since, and of each once", async () => {
      const seen = async (order: string) => {
        const about = { walmart_order_id: `wmo_${order}`, purchase_order_id: order }
        const data = { account_id: "main", ...about, message: `A parcel of ${order}.` }
        await store.container().resolve(Modules.EVENT_BUS).emit({ name: SECOND_WRITER, data })
        await waitFor(order, async () => (await raised()).includes(order))
      }
      const raised = async () =>
        (await moduleOf(store).listWalmartNotifications({ kind: "second_writer" })).map(
          ({ about }) => about
        )
      const before = (await bell(store, "second_writer")).length
      await intervalsPass()
      await seen("1799000000001")
      await notify()
      for (const order of ["1799000000001", "1799000000002", "1799000000003"]) await seen(order)
      await intervalsPass()
      await notify()
      const said = (await bell(store, "second_writer")).slice(before)
      expect(said.map(({ data }) => data.causes.map(({ about }) => about).sort())).toEqual([
        ["1799000000001"],
        ["1799000000002", "1799000000003"],
      ])
    })

    it("of an account whose keys are refused, whose polls are silent, and which another program writes to", async () => {
      await sql(
        `UPDATE walmart_account SET failures = 2, last_error_code = 'unauthorized', last_error = 'The keys are refused.',
           polled_until = now() - interval '90 days', last_poll_error = 'Walmart did not answer.', created_at = now() - interval '1000 days'`
      )
      const event = { name: SECOND_WRITER, data: { account_id: "main" } }
      await store.container().resolve(Modules.EVENT_BUS).emit(event)
      await sweep()
      expect(await described("account_blocked")).toContain("The keys are refused")
      expect(await described("polls_silent")).toContain("Walmart did not answer")
      expect(await described("second_writer")).toContain("Stop the other program")
    })

    it("of a listing that is left at zero, once somebody should have counted", async () => {
      const hold = async (sku: string, hours: number) =>
        moduleOf(store).createWalmartStocks({
          ...{ account_id: "main", sku, held_reason: "recount" as const },
          held_at: new Date(Date.now() - hours * 3_600_000),
        })
      await hold("MUG-1", 25)
      await hold("PLATE-1", 1)
      await notify()
      const [entry] = await bell(store, "listing_at_zero")
      expect(entry.data.title).toBe("Walmart main: 1 listing left at zero")
      expect(entry.data.description).toMatch(/^MUG-1: Walmart has shown 0/)
      await sql("UPDATE walmart_stock SET held_reason = NULL")
      await notify()
      await intervalsPass()
      expect(await bell(store, "listing_at_zero")).toHaveLength(1)
    })

    it("of a stock figure that Walmart does not take, once, until it is sent", async () => {
      const state = async () =>
        (await moduleOf(store).listWalmartNotifications({ kind: "stock_failed" })).map(
          (one) => one.state
        )
      const [id] = await moduleOf(store).stock.want([
        { accountId: "main", sku: "MUG-1", shipNodeId: null },
      ])
      const failed = "error_code = 'unknown_sku', error = 'Walmart does not know it.'"
      await sql(`UPDATE walmart_stock SET ${failed} WHERE id = ?`, [id])
      await notify()
      const [entry] = await bell(store, "stock_failed")
      expect(entry.data.title).toBe("Walmart main: 1 stock figure that could not be sent")
      expect(entry.data.description).toMatch(/^MUG-1: Walmart does not know it\. /)
      expect(entry.data.description).toContain("Walmart → Stock")
      await moduleOf(store).stock.want([{ accountId: "main", sku: "MUG-1", shipNodeId: null }])
      await intervalsPass()
      await notify()
      expect(await bell(store, "stock_failed")).toHaveLength(1)
      expect(await state()).toEqual(["sent"])
      await moduleOf(store).stock.push(id)
      await notify()
      expect(await state()).toEqual(["gone"])
    })

    it("again after a process died while it sent, without a second entry where the first had arrived", async () => {
      const order = await store.importOrder(MUG)
      await store.sendingEnds()
      await sql("UPDATE walmart_order SET customer_asked_to_cancel = true")
      await notify()
      expect(textsOf(await bell(store, "cancel_requested"))).toContain(order.purchaseOrderId)
      const died = "state = 'sending', held_until = now() - interval '1 second'"
      await sql(`UPDATE walmart_notification SET ${died} WHERE kind = 'cancel_requested'`)
      await notify()
      expect(await bell(store, "cancel_requested")).toHaveLength(1)
      const rows = await moduleOf(store).listWalmartNotifications({ kind: "cancel_requested" })
      expect(rows.map(({ state }) => state)).toEqual(["sent"])
    })

    it("and a channel without a provider is named in the log once, and stops nothing", async () => {
      for (const round of [1, 2]) {
        await store.importOrder(MUG)
        await store.sendingEnds()
        await sql("UPDATE walmart_order SET ship_by = now() + interval '1 hour'")
        await intervalsPass()
        await notify()
        expect(await bell(store, "ship_near")).toHaveLength(round)
      }
      expect(warnings.filter((text) => text.includes('channel "pigeon"'))).toHaveLength(1)
    })
  },
  {
    // One refusal is enough to hand an update to a person.
    plugin: {
      refusedAttempts: 1,
      notifications: {
        kinds: {
          ship_near: {
            channels: [{ channel: "feed" }, { channel: "pigeon", to: "the loft" }],
          },
        },
      },
    },
  }
)

/** What the admin's bell shows of a kind, oldest first, once a run that an event began has ended too. */
async function bell(store: TestStore, kind: string): Promise<BellEntry[]> {
  await moduleOf(store).notifying.ends()
  const { notifications } = await store.get<{ notifications: BellEntry[] }>(
    "/admin/notifications",
    { channel: "feed", limit: 100, order: "created_at", fields: "to,status,data" }
  )
  return notifications.filter(({ data }) => data.kind === kind)
}

function textsOf(entries: BellEntry[]): string {
  return entries.map(({ data }) => `${data.title} ${data.description}`).join("\n")
}

function timesIn(entries: BellEntry[], text: string): number {
  return textsOf(entries).split(text).length - 1
}

/** Every message that is raised from now on. */
function heard(store: TestStore): () => WalmartNotificationRaised[] {
  const raised: WalmartNotificationRaised[] = []
  store
    .container()
    .resolve(Modules.EVENT_BUS)
    .subscribe("walmart.notification.raised", async ({ data }) => {
      raised.push(data as WalmartNotificationRaised)
    })
  return () => raised
}
