import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminWalmartStatusResponse } from "../../../src/types/http"
import type { TestStore } from "../../helpers/store"

const MUG = { lines: [{ sku: "MUG-1", quantity: 2, price: 25 }] }
const MANY = 50

interface Written {
  /** The transaction that wrote the row last, and that of its lines. */
  order_xmin: string
  line_xmin: string
  updated_at: Date
  refreshed_at: Date
}

/** What a poll has seen before is neither written nor missed. */
export function pollAgainTests(store: TestStore): void {
  describe("A poll that sees the orders of the last hour again", () => {
    const db = () => store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    const rows = async (): Promise<Map<string, Written>> => {
      const { rows: found } = await db().raw<{ rows: (Written & { purchase_order_id: string })[] }>(
        `SELECT o.purchase_order_id, o.xmin::text AS order_xmin, l.xmin::text AS line_xmin, o.updated_at, o.refreshed_at
       FROM walmart_order o JOIN walmart_order_line l ON l.walmart_order_id = o.id`
      )
      return new Map(found.map((row) => [row.purchase_order_id, row]))
    }

    it("writes nothing of an unchanged order but, for all of them at once, that it was read", async () => {
      const wfs = { ...MUG, shipNodeType: "WFSFulfilled" }
      const numbers = Array.from({ length: MANY }, () => store.simulateOrder(wfs).purchaseOrderId)
      await store.importAll()
      const before = await rows()
      expect(before.size).toBe(MANY)
      await store.importAll()
      const after = await rows()
      for (const number of numbers) {
        const [once, again] = [before.get(number), after.get(number)]
        expect([again?.updated_at, again?.line_xmin]).toEqual([once?.updated_at, once?.line_xmin])
        expect(Number(again?.refreshed_at)).toBeGreaterThan(Number(once?.refreshed_at))
      }
      expect(new Set([...after.values()].map((row) => row.order_xmin)).size).toBe(1)
    })

    it("writes what has changed at Walmart, and what has lost its snapshot", async () => {
      const [changed, pruned, same] = [MUG, MUG, MUG].map((one) => store.simulateOrder(one))
      await store.importAll()
      await store.sendDue()
      await store.importAll()
      const before = await rows()
      await db()("walmart_order")
        .where({ purchase_order_id: pruned.purchaseOrderId })
        .update({ snapshot: null })
      store.simulator().control.run("POST", `orders/${changed.purchaseOrderId}/cancel`, {
        lines: [{ lineNumber: "1", quantity: 1 }],
      })
      await store.importAll()
      const after = await rows()
      const isWritten = ({ purchaseOrderId: number }: { purchaseOrderId: string }) =>
        after.get(number)?.line_xmin !== before.get(number)?.line_xmin
      expect([changed, pruned, same].map(isWritten)).toEqual([true, true, false])
      expect((await store.walmartOrder(pruned.purchaseOrderId)).snapshot).toBeTruthy()
      const { lines } = await store.walmartOrder(changed.purchaseOrderId)
      expect(lines).toMatchObject([{ canceled_quantity: 1 }])
    })

    it("finds what it missed once a day, by reading open and recent orders one by one", async () => {
      const [missed, fresh] = [await store.importOrder(MUG), await store.importOrder(MUG)]
      await store.sendingEnds()
      for (const { purchaseOrderId } of [missed, fresh]) {
        store.simulator().control.run("POST", `orders/${purchaseOrderId}/auto-cancel`, {})
      }
      await db()("walmart_order")
        .where({ purchase_order_id: missed.purchaseOrderId })
        .update({ refreshed_at: new Date(Date.now() - 25 * 3_600_000) })
      const asked = () => store.run<{ requested: number }>("request-walmart-reads", {})
      expect(await asked()).toEqual({ requested: 1 })
      expect(await asked()).toEqual({ requested: 0 })
      await store.run("read-due-walmart-orders", {})
      const found = await store.walmartOrder(missed.purchaseOrderId)
      expect([found.status, found.discrepancies]).toEqual([
        "canceled",
        [expect.objectContaining({ code: "canceled_only_at_walmart" })],
      ])
      expect((await store.walmartOrder(fresh.purchaseOrderId)).status).toBe("open")
      expect(await asked()).toEqual({ requested: 0 })
    })

    it("has imported a page before it asks for the next", async () => {
      store.simulator().control.run("POST", "options", { pageSizeMax: 2 })
      for (let made = 0; made < 4; made++) store.simulateOrder(MUG)
      await store.importAll()
      const { rows: kept } = await db().raw<{ rows: { created_at: Date; imported_at: Date }[] }>(
        `SELECT created_at, imported_at FROM walmart_order ORDER BY created_at`
      )
      expect(kept).toHaveLength(4)
      const first = kept.slice(0, 2).map((row) => row.imported_at.getTime())
      expect(Math.max(...first)).toBeLessThan(kept[2].created_at.getTime())
    })

    describe("with a database whose clock is not Walmart's", () => {
      const HOUR_MS = 3_600_000
      const control = (path: string, body: object) =>
        store.simulator().control.run("POST", path, body)

      /** Every answer of Walmart's from now on shows a time that is so far from the database's; the poll has seen one. */
      const walmartIs = async (advanceMs: number) => {
        control("time", { advanceMs })
        await store.importAll()
      }

      afterEach(async () => {
        control("reset", {})
        await store.importAll()
      })

      it.each([
        ["ahead", -2 * HOUR_MS],
        ["behind", 2 * HOUR_MS],
      ])("imports what is new, though it is two hours %s", async (_, off) => {
        await walmartIs(off)
        for (let poll = 0; poll < 2; poll++) {
          const { purchaseOrderId } = store.simulateOrder(MUG)
          expect(await store.importAll()).toBeNull()
          await store.orderIdOf(purchaseOrderId)
        }
      })

      it("says so in the status and keeps the mark when one of both must be nonsense", async () => {
        await store.importAll()
        await walmartIs(-48 * HOUR_MS)
        const mark = () => db()("walmart_account").where({ id: "main" }).first("polled_until")
        const before = await mark()
        expect(await store.importAll()).toContain("Set the clock of the database's server right")
        expect(await mark()).toEqual(before)
        const { accounts } = await store.get<AdminWalmartStatusResponse>("/admin/walmart/status")
        expect(accounts[0].last_poll_error).toContain("by the database")
      })
    })
  })
}
