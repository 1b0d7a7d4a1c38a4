import type { PlannedUpdate } from "../../src/walmart/updates/model/update"
import { ACCOUNT, moduleSuite } from "../helpers/module"

/** Acknowledging is nearly used up; a token is waited for some seconds before an order is given back. */
const OPTIONS = {
  concurrency: 3,
  rateLimits: { "orders.acknowledge": { perMinute: 12, burst: 1 } },
}

moduleSuite(OPTIONS, ({ service, simulator }) => {
  async function enqueue(status: string, payload: PlannedUpdate["payload"]): Promise<string> {
    const { purchaseOrderId: po } = simulator().control.createOrder({
      lines: [{ sku: "MUG-1", quantity: 1, price: 10 }],
      status,
    })
    const readAt = await service.databaseNow()
    const order = await service.client(ACCOUNT).getOrder(po)
    const { id } = await service.saveOrder(ACCOUNT, order, readAt)
    const update = {
      uniqueKey: payload.kind,
      attention: null,
      warnings: [],
      happenedAt: 0,
      payload,
    }
    await service.enqueue(id, [update], "test")
    return po
  }

  it("a backlog of one kind that its limit holds up never delays another kind", async () => {
    for (let n = 0; n < 6; n++) await enqueue("Created", { kind: "acknowledgment" })
    const po = await enqueue("Acknowledged", parcel)
    const round = service.sendDue({ maxMs: 1_000 })
    const effects = () => simulator().control.ledger()
    await round
    const acknowledgedBefore = effects().findIndex(({ effect }) => effect === "shipped")
    expect(effects().some((one) => one.purchaseOrderId === po && one.effect === "shipped")).toBe(
      true
    )
    expect(acknowledgedBefore).toBeLessThanOrEqual(1)
  })
})

const parcel: PlannedUpdate["payload"] = {
  kind: "shipment",
  fulfillmentId: "ful_1",
  shippedAt: Date.now(),
  sellerOrderId: "1",
  packages: [
    {
      trackingNumber: "LX10000000",
      carrier: { carrier: "OnTrac" },
      lines: [{ lineNumber: "1", quantity: 1 }],
    },
  ],
}
