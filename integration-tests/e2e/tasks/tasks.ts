import { upsNumber } from "../../../testing/ups-number"
import { refusedOrder } from "../correcting"
import type { Desk } from "../desk"
import type { Staff } from "../staff"
import { shipEighty, toShip } from "./eighty"
import { isLate } from "./late-machine"
import { measureTests } from "./measures"
import { type Measure, type TakenTask, type Task, tell } from "./task-table"

const LINES = [{ sku: "MUG-2", quantity: 1, price: 11.5 }]
const TO_DO = "/walmart?status=open"

/** What a day is made of, as a person does it: clicks are counted and held against the most that a task may take. */
export function taskTests(desk: Desk): void {
  describe("a day's tasks, in clicks and seconds", () => {
    const taken: TakenTask[] = []
    const measures: Measure[] = []
    beforeAll(() => desk.shop.fill(100), 300_000)
    afterAll(() => tell({ tasks: taken, measures }))

    /** Does a task, and keeps what it took. */
    async function take(staff: Staff, task: Task, work: () => Promise<unknown>): Promise<void> {
      await staff.atRest()
      const clicks = await staff.clicks()
      const startedAt = Date.now()
      await work()
      const seconds = (Date.now() - startedAt) / 1000
      const took = { ...task, clicks: await clicks(), seconds }
      taken.push(took)
      expect(took.clicks).toBeLessThanOrEqual(task.mostClicks)
    }

    it("one order is shipped with two clicks at most, and a scan", async () => {
      const order = await desk.store.order({ lines: LINES })
      const number = upsNumber()
      await desk.sit("task-ship", async (staff) => {
        await staff.open(`${TO_DO}&order=-ordered_at`)
        await staff.row(order.purchaseOrderId).waitFor()
        await take(
          staff,
          { name: "ship one order", mostClicks: 2, besides: "a scan" },
          async () => {
            await staff.button(`Ship order ${order.purchaseOrderId}`).click()
            await staff.dialog.getByLabel("Tracking number").waitFor()
            await staff.page.keyboard.type(number)
            await staff.page.keyboard.press("Enter")
            await staff.toast(`Shipped with ${number}`).waitFor()
          }
        )
        await desk.store.ledgerHas(order.purchaseOrderId, "shipped")
      })
    })

    it("eighty orders are shipped from a pasted list within two minutes, each of them once", async () => {
      const orders = await toShip(desk, 80)
      const task = { name: "ship eighty orders", mostClicks: 4, besides: "pasting a list" }
      await desk.sit("task-eighty", async (staff) => {
        await staff.open("/walmart")
        await staff.button("Ship a list").waitFor()
        const wasLate = await isLate()
        await take(staff, task, () => shipEighty(staff, orders))
        const [{ seconds }] = taken.slice(-1)
        if (!wasLate && !(await isLate())) expect(seconds).toBeLessThan(120)
      })
      for (const { purchaseOrderId, number } of orders) {
        await desk.store.ledgerHas(purchaseOrderId, "shipped")
        expect(desk.store.ledger(purchaseOrderId, "shipped")).toMatchObject([
          { trackingNumber: number },
        ])
      }
    }, 480_000)

    it("what is due today is one click away", async () => {
      const shipBy = Date.now() + 600_000
      const { purchaseOrderId } = await desk.store.order({ lines: LINES, shipBy })
      await desk.sit("task-due", async (staff) => {
        await staff.open("/walmart")
        const chip = staff.button(/^\d+ due today$/)
        await chip.waitFor()
        await take(
          staff,
          { name: "find what is due today", mostClicks: 1, besides: "" },
          async () => {
            await chip.click()
            await staff.page.waitForURL(/deadline=due_today/)
            await staff.row(purchaseOrderId).waitFor()
          }
        )
      })
    })

    it("a customer's request is one click away, and is obeyed with two more", async () => {
      const { purchaseOrderId, orderId } = await desk.store.order({ lines: LINES })
      desk.shop.walmart(`orders/${purchaseOrderId}/intent-to-cancel`, {})
      await desk.store.admin.post(`/admin/walmart/orders/${orderId}/refresh`)
      await desk.sit("task-request", async (staff) => {
        await staff.open("/walmart")
        const chip = staff.button(/^\d+ customers? asks? to cancel$/)
        await chip.waitFor()
        const find = { name: "find the customers' requests to cancel", mostClicks: 1, besides: "" }
        await take(staff, find, async () => {
          await chip.click()
          await staff.row(purchaseOrderId).waitFor()
        })
        await staff.open(`/orders/${orderId}`)
        await staff.button(/^Cancel 1 × /).waitFor()
        const obey = { name: "obey a customer's request", mostClicks: 2, besides: "" }
        await take(staff, obey, async () => {
          await staff.button(/^Cancel 1 × /).click()
          await staff.button("Cancel items", staff.dialog).click()
          await staff.update("Cancellation 1").waitFor()
        })
        await desk.store.ledgerHas(purchaseOrderId, "cancelled")
      })
    })

    it("one unit of several is canceled with three clicks at most", async () => {
      const lines = [{ sku: "MUG-2", quantity: 3, price: 11.5 }]
      const { purchaseOrderId, orderId } = await desk.store.order({ lines })
      await desk.sit("task-cancel-unit", async (staff) => {
        await staff.open(`/orders/${orderId}`)
        await staff.button("Cancel items…", staff.card).waitFor()
        const task = { name: "cancel one unit", mostClicks: 3, besides: "typing 1" }
        await take(staff, task, async () => {
          await staff.button("Cancel items…", staff.card).click()
          await staff.dialog.getByLabel(/^Line 1/).waitFor()
          await staff.page.keyboard.type("1")
          await staff.dialog.getByRole("radio", { name: "Out of stock" }).click()
          await staff.button("Cancel items", staff.dialog).click()
          await staff.update("Cancellation 1").waitFor()
        })
        await desk.store.ledgerHas(purchaseOrderId, "cancelled")
        expect(desk.store.ledger(purchaseOrderId, "cancelled")).toMatchObject([{ quantity: 1 }])
      })
    })

    it("what Walmart refused is corrected in the list with two clicks at most, and typing", async () => {
      const { purchaseOrderId } = await refusedOrder(desk)
      const number = upsNumber()
      await desk.sit("task-correct", async (staff) => {
        await staff.open("/walmart?sync_status=needs_attention&order=-ordered_at")
        await staff.row(purchaseOrderId).waitFor()
        const row = staff.page.getByRole("row").filter({ hasText: purchaseOrderId })
        const task = { name: "correct a refused number", mostClicks: 2, besides: "the number" }
        await take(staff, task, async () => {
          await staff.button("Correct", row).click()
          await staff.dialog.getByLabel("Tracking number").fill(number)
          await staff.button("Send again", staff.dialog).click()
          await staff.dialog.waitFor({ state: "detached" })
        })
        await desk.store.ledgerHas(purchaseOrderId, "shipped")
        expect(desk.store.ledger(purchaseOrderId, "shipped")).toMatchObject([
          { trackingNumber: number },
        ])
      })
    })

    measureTests(desk, measures)
  })
}
