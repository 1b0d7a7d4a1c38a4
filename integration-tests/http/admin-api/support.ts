import type {
  AdminWalmartOrderDetail,
  AdminWalmartOrderResponse,
  AdminWalmartUpdate,
} from "../../../src/types/http"
import { WALMART_MODULE } from "../../../src/modules/walmart"
import type WalmartModuleService from "../../../src/modules/walmart/service"
import { AdminRefusal, type ImportedOrder, type TestStore, waitFor } from "../../helpers/store"

/** Valid numbers of unmistakable formats. */
export const UPS = "1Z999AA10123456784"
export const UPS_TWO = "1Z879E930346834440"
export const UPS_WRONG = "1Z999AA10123456785"

export const OUT_OF_STOCK = "SELLER_CANCEL_OUT_OF_STOCK"

/** The refusal of a call that must be refused. */
export async function refusal(call: Promise<unknown>): Promise<AdminRefusal> {
  try {
    await call
  } catch (error) {
    if (error instanceof AdminRefusal) return error
    throw error
  }
  throw new Error("The call was not refused.")
}

/** Expects a refusal of this type whose message matches every pattern. */
export async function expectRefusal(call: Promise<unknown>, type: string, ...patterns: RegExp[]) {
  const error = await refusal(call)
  expect(error.type).toBe(type)
  for (const pattern of patterns) expect(error.message).toMatch(pattern)
}

/** Texts of the server's in a row. */
export function sentencesOf(texts: { text: string }[]): string {
  return texts.map(({ text }) => text).join()
}

export async function detailOf(store: TestStore, id: string): Promise<AdminWalmartOrderDetail> {
  return (await store.get<AdminWalmartOrderResponse>(`/admin/walmart/orders/${id}`)).order
}

/** Imports an order of these lines and has it acknowledged. */
export async function acknowledgedOrder(
  store: TestStore,
  lines: object[] = [{ sku: "MUG-1", quantity: 2, price: 10 }],
  more: object = {}
): Promise<ImportedOrder> {
  const order = await store.importOrder({ ...more, lines })
  await waitFor("the acknowledgment", async () => {
    const { sync_status, queue } = await detailOf(store, order.orderId)
    return sync_status === "in_sync" && queue?.sending === false
  })
  return order
}

/** Waits until an update of the order looks as wanted. */
export async function updateThat(
  store: TestStore,
  orderId: string,
  isIt: (update: AdminWalmartUpdate) => boolean
): Promise<AdminWalmartUpdate> {
  return waitFor(`an update of ${orderId}`, async () => {
    const { updates } = await detailOf(store, orderId)
    return updates.find(isIt)
  })
}

/** An order with a shipment that Walmart refused once. */
export async function refusedShipment(store: TestStore, tracking_number = UPS) {
  const order = await acknowledgedOrder(store)
  refuseNext(store, "orders.shipping")
  await store.fulfillAndShip(order.orderId, [{ tracking_number }])
  const update = await updateThat(store, order.orderId, (u) => u.status === "needs_attention")
  return { ...order, update }
}

/** Walmart refuses the next call to a route. */
export function refuseNext(store: TestStore, route: string): void {
  const error = [{ code: "INVALID_REQUEST_CONTENT.GMP_ORDER_API", description: "Not today." }]
  const fault = { kind: "status", status: 400, body: { errors: { error } } }
  store.simulator().control.run("POST", "faults", { route, fault })
}

/** Walmart hangs up on the next calls to a route, without doing anything. */
export function dropNext(store: TestStore, route: string, times = 1): void {
  store.simulator().control.run("POST", "faults", { route, times, fault: { kind: "drop_before" } })
}

/** The plugin's module, for states that no screen leads to. */
export function moduleOf(store: TestStore): WalmartModuleService {
  return store.container().resolve<WalmartModuleService>(WALMART_MODULE)
}

/** Marks an order's queue as if a process were sending for it right now. */
export async function leaseQueue(store: TestStore, walmartOrderId: string): Promise<void> {
  const walmart = moduleOf(store)
  const [{ id }] = await walmart.listWalmartQueues({ subject_id: walmartOrderId })
  const next_due_at = new Date(Date.now() + 60_000)
  await walmart.updateWalmartQueues({ id, leased: true, in_doubt: true, next_due_at })
}
