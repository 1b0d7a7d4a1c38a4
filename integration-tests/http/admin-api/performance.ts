import type {
  AdminWalmartMeasuredResponse,
  AdminWalmartMissListResponse,
  AdminWalmartPerformanceListResponse,
  AdminWalmartPerformanceRate,
  WalmartPerformanceMeasure,
} from "../../../src/types/http"
import type { TestStore } from "../../helpers/store"
import { upsNumber } from "../../../testing/ups-number"
import { acknowledgedOrder, expectRefusal, moduleOf, OUT_OF_STOCK, updateThat } from "./support"

const HOUR_MS = 3_600_000
const LINES = [{ sku: "MUG-1", quantity: 2, price: 10 }]

export function performanceTests(store: TestStore): void {
  const root = "/admin/walmart/performance"

  const rates = async (
    days = 30
  ): Promise<Record<WalmartPerformanceMeasure, AdminWalmartPerformanceRate>> => {
    const { performance } = await store.get<AdminWalmartPerformanceListResponse>(root, { days })
    expect(performance).toMatchObject([{ account_id: "main", market_name: "United States" }])
    const named = performance[0].rates.map((rate) => [rate.measure, rate])
    return Object.fromEntries(named)
  }

  const misses = async (measure: WalmartPerformanceMeasure) =>
    store.get<AdminWalmartMissListResponse>(`${root}/main/misses`, { measure, days: 30 })

  const shipped = async (more: object, warning?: string) => {
    const order = await acknowledgedOrder(store, LINES, more)
    const tracking_number = upsNumber()
    await store.fulfillAndShip(order.orderId, [{ tracking_number }])
    const { id } = await updateThat(
      store,
      order.orderId,
      ({ kind, status }) => kind === "shipment" && status === "sent"
    )
    if (warning) {
      const text = `${warning}: ${tracking_number}`
      await moduleOf(store).updateWalmartUpdates({ id, warnings: [{ text, words: [] }] })
    }
    return order
  }

  const canceled = async (reason: string) => {
    const order = await acknowledgedOrder(store, LINES)
    await store.post(`/admin/walmart/orders/${order.orderId}/cancel`, { reason })
    await updateThat(
      store,
      order.orderId,
      ({ kind, status }) => kind === "cancellation" && status === "sent"
    )
    return order
  }

  describe("performance", () => {
    it("counts what was met and missed beside Walmart's limits, with the orders behind it", async () => {
      const late = new Date(Date.now() - HOUR_MS).toISOString()
      await shipped({})
      const lateOne = await shipped({ shipBy: late }, "Looks odd")
      const open = await acknowledgedOrder(store, LINES, { shipBy: late })
      const gone = await canceled(OUT_OF_STOCK)

      const found = await rates()
      expect(found.acknowledgment).toMatchObject({ counted: 4, missed: 0, rate: 100, limit: null })
      expect(found.shipment).toMatchObject({ counted: 3, missed: 2, rate: 33.33, within: null })
      expect(found.cancellation).toMatchObject({
        ...{ counted: 4, missed: 1, rate: 25 },
        ...{ limit: 2, bound: "below", within: false },
      })
      expect(found.tracking).toMatchObject({ counted: 2, missed: 1, rate: 50, limit: 99 })

      const behind = await misses("shipment")
      expect(behind.count).toBe(2)
      expect(behind.orders.map((order) => [order.order_id, order.done_at])).toEqual([
        [open.orderId, null],
        [lateOne.orderId, expect.any(String)],
      ])
      expect((await misses("cancellation")).orders).toMatchObject([{ order_id: gone.orderId }])
      expect((await misses("tracking")).orders).toMatchObject([{ order_id: lateOne.orderId }])
      expect((await misses("acknowledgment")).orders).toEqual([])
    })

    it("counts an order as delivered in time by Walmart's word, and one that is not there by its date as missed", async () => {
      const day = (at: number) => new Date(Date.now() + at * 24 * HOUR_MS).toISOString()
      const delivered = async (deliverBy: string) => {
        const order = await shipped({ deliverBy })
        store.simulator().control.run("POST", `orders/${order.purchaseOrderId}/deliver`)
        return order
      }
      await delivered(day(2))
      const late = await delivered(day(-1))
      const lost = await shipped({ deliverBy: day(-1) })
      await shipped({ deliverBy: day(2) })
      await store.importAll()

      expect((await rates()).delivery).toMatchObject({
        ...{ counted: 3, missed: 2, rate: 33.33 },
        ...{ limit: 95, bound: "above", within: false },
      })
      const behind = await misses("delivery")
      expect(behind.orders.map((order) => [order.order_id, order.done_at])).toEqual([
        [lost.orderId, null],
        [late.orderId, expect.any(String)],
      ])
    })

    it("leaves out what is older than the window, and judges nobody by what others did before the import", async () => {
      const orderedAt = new Date(Date.now() - 20 * 24 * HOUR_MS).toISOString()
      const { purchaseOrderId } = store.simulateOrder({ lines: LINES, orderedAt })
      store.simulator().control.run("POST", `orders/${purchaseOrderId}/ship`, {
        ...{ carrier: "UPS", trackingNumber: upsNumber() },
      })
      await store.importAll()
      expect((await rates(14)).cancellation.counted).toBe(0)
      const found = await rates(30)
      expect(found.acknowledgment).toMatchObject({ counted: 0, rate: null })
      expect(found.shipment).toMatchObject({ counted: 1, missed: 1 })
      expect(found.cancellation).toMatchObject({ counted: 1, missed: 0 })
      await expectRefusal(rates(31), "invalid_data", /14, 30, 90/)
    })

    it("shows Walmart's own figures, and says what is missing when the key may not ask", async () => {
      const own = () => store.get<AdminWalmartMeasuredResponse>(`${root}/main/walmart`)
      const { control } = store.simulator()
      control.run("POST", "performance", { metric: "otd", rate: 94.5 })
      const { problem, figures } = await own()
      expect(problem).toBeNull()
      expect(figures).toMatchObject([
        { metric: "cancellations", rate: null, standard: "< 2 %" },
        { metric: "vtr", rate: null },
        { metric: "otd", rate: 94.5, standard: "> 95 %", updated_at: expect.any(String) },
        { metric: "sss/ots", rate: null, standard: null },
      ])
      const error = [{ code: "FORBIDDEN.GMP_GATEWAY_API", description: "No right to insights" }]
      const fault = { kind: "status", status: 403, body: { error } }
      control.run("POST", "faults", { route: "insights", fault })
      const refused = await own()
      expect(refused.figures).toEqual([])
      expect(refused.problem).toMatch(/does not allow account "main" to use insights/)
      expect(refused.problem_words).toContainEqual(
        expect.objectContaining({ key: expect.stringMatching(/^permission/) })
      )
    })
  })
}
