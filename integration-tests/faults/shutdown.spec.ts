import type { Simulator } from "../../simulator"
import { CLAIM_INDEX } from "../../src/modules/walmart/queue/claim-index"
import type WalmartModuleService from "../../src/modules/walmart/service"
import { ACCOUNT, moduleSuite } from "../helpers/module"
import { waitFor } from "../../testing/wait-for"
import { HELD_MS } from "./harness/stage"
import { cancellation, shipment } from "./harness/updates"

/* The module's own service, told to stop as Medusa tells it on SIGTERM, and told that the store has started. */

moduleSuite({ concurrency: 2 }, ({ service, simulator, medusaApp, MikroOrmWrapper }) => {
  beforeEach(() => {
    simulator().control.run("POST", "reset")
  })

  it("lets running calls end, starts no other, and leaves the rest due", async () => {
    for (let n = 0; n < 6; n++) await aParcel(service, simulator())
    simulator().control.run("POST", "faults", {
      route: "orders.shipping",
      times: 10,
      fault: { kind: "delay", ms: HELD_MS },
    })
    const draining = service.sendDue()
    await waitFor("two calls", () => posts(simulator()) === 2)
    await stopping(service, simulator())
    await draining
    expect(posts(simulator())).toBe(2)
    expect(await service.listWalmartUpdates({ status: "sent" })).toHaveLength(2)
    expect(await service.listWalmartUpdates({ status: "pending" })).toHaveLength(4)
    const queues = await service.listWalmartQueues({ leased: true })
    expect(queues).toEqual([])
  })

  it("begins no further call of an order that has more to tell, and leaves it to be gone on with at once", async () => {
    const updates = [shipment({ 1: 1 }), cancellation({ 1: 1 })]
    await aParcel(service, simulator(), updates)
    simulator().control.run("POST", "faults", {
      route: "orders.shipping",
      fault: { kind: "delay", ms: HELD_MS },
    })
    const draining = service.sendDue()
    await waitFor("the first call", () => posts(simulator()) === 1)
    await stopping(service, simulator())
    await draining
    expect(posts(simulator())).toBe(1)
    expect(await service.listWalmartUpdates({ status: "sent" })).toHaveLength(1)
    const [queue] = await service.listWalmartQueues({})
    expect(queue).toMatchObject({ leased: false, in_doubt: false, attempts: 0 })
    expect(queue.next_due_at?.getTime()).toBeLessThanOrEqual(Date.now())
  })

  it("warns of a missing index by its name when Medusa starts, and of nothing when it is there", async () => {
    // A module that runs alone logs to the console.
    const warned = jest.spyOn(console, "warn").mockImplementation(() => {})
    await medusaApp.onApplicationStart()
    expect(warned).not.toHaveBeenCalled()
    await MikroOrmWrapper.getManager().execute(`DROP INDEX "${CLAIM_INDEX}"`)
    await medusaApp.onApplicationStart()
    expect(warned.mock.calls).toEqual([[expect.stringContaining(CLAIM_INDEX)]])
    warned.mockRestore()
  })
})

async function aParcel(
  service: WalmartModuleService,
  simulator: Simulator,
  updates = [shipment({ 1: 1 })]
): Promise<void> {
  const { purchaseOrderId } = simulator.control.createOrder({
    lines: [{ sku: "MUG-1", quantity: 2, price: 20 }],
    status: "Acknowledged",
  })
  const readAt = await service.databaseNow()
  const order = await service.client(ACCOUNT).getOrder(purchaseOrderId)
  const { id } = await service.saveOrder(ACCOUNT, order, readAt)
  await service.enqueue(id, updates, "test")
}

/** Told to stop while its calls are under way, which end behind that. */
async function stopping(service: WalmartModuleService, simulator: Simulator): Promise<void> {
  const stopped = service.__hooks.onApplicationPrepareShutdown()
  simulator.control.run("POST", "faults/release")
  await stopped
}

function posts(simulator: Simulator): number {
  return simulator.control.requests("/v3/orders/").filter(({ method }) => method === "POST").length
}
