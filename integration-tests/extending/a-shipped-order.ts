import { startSimulator } from "medusa-plugin-walmart/simulator"

/** @param work lets the store, whose account has `baseUrl`, import the order and ship it */
export async function aShippedOrder(work: (baseUrl: string) => Promise<void>) {
  const walmart = await startSimulator({ port: 0 })
  const { purchaseOrderId } = walmart.control.createOrder({
    lines: [{ sku: "MUG-1", quantity: 2, price: 14.5 }],
  })
  await work(walmart.url)
  const arrived = walmart.control.ledger(purchaseOrderId)
  await walmart.close()
  return arrived
}
