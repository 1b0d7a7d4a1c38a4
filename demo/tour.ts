import type { Order as WalmartOrder, Simulator } from "../simulator"
import type { AdminClient } from "../testing/admin-client"
import { Desk, type Relabel } from "./desk"
import { compare, table } from "./ledger"
import { STORIES, type Story } from "./stories"
import { waitFor } from "../testing/wait-for"

interface Placed {
  story: Story
  purchaseOrderId: string
  orderId: string
}

/**
 * Lets the orders of {@link STORIES} arrive, processes them on Medusa's native admin routes, and compares both sides.
 * Prints as it goes.
 * @returns whether everything held
 */
export async function tour(
  admin: AdminClient,
  simulator: Simulator,
  relabel: Relabel
): Promise<boolean> {
  const desk = new Desk(admin, simulator, relabel)
  console.log(`\n${STORIES.length} shoppers buy at Walmart.`)
  const placed = await arrive(desk, simulator)
  for (const [index, { story, orderId, purchaseOrderId }] of placed.entries()) {
    console.log(`\nOrder ${index + 1}: ${story.title}`)
    await story.play(desk, orderId, purchaseOrderId)
  }
  await agree(desk, placed)
  return desk.verdict
}

async function arrive(desk: Desk, simulator: Simulator): Promise<Placed[]> {
  const startedAt = Date.now()
  const made = STORIES.map((story) => ({
    story,
    purchaseOrderId: simulator.control.createOrder(story.order).purchaseOrderId,
  }))
  const placed: Placed[] = []
  for (const one of made)
    placed.push({ ...one, orderId: await imported(desk, one.purchaseOrderId) })
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  console.log(`  ✓ all are in Medusa after ${seconds} s, found by their purchase order numbers`)
  await checkTotals(desk, simulator, placed)
  for (const { story, purchaseOrderId } of placed) {
    const units = story.order.lines.reduce((sum, { quantity }) => sum + quantity, 0)
    await desk.walmartKnows(purchaseOrderId, "acknowledged", units)
  }
  return placed
}

async function checkTotals(desk: Desk, simulator: Simulator, placed: Placed[]): Promise<void> {
  const wrong: string[] = []
  for (const { orderId, purchaseOrderId } of placed) {
    const expected = cents(
      simulator.control.run("GET", `orders/${purchaseOrderId}`) as WalmartOrder
    )
    const { total } = await desk.admin.order(orderId)
    if (Math.round(total * 100) !== expected) wrong.push(`${purchaseOrderId}: ${total}`)
  }
  desk.check(["Medusa's totals are Walmart's to the cent", ...wrong].join(", "), wrong.length === 0)
}

function cents({ lines }: WalmartOrder): number {
  const charges = lines.flatMap((line) => line.charges)
  return Math.round(charges.reduce((sum, { amount, tax }) => sum + amount + (tax ?? 0), 0) * 100)
}

async function imported(desk: Desk, purchaseOrderId: string): Promise<string> {
  const find = async () => (await desk.admin.searchOrders(purchaseOrderId))[0]?.id
  const options = { everyMs: 250 }
  return waitFor(`Medusa to find order ${purchaseOrderId}`, find, options)
}

async function agree(desk: Desk, placed: Placed[]): Promise<void> {
  const comparisons = []
  for (const [index, { story, orderId, purchaseOrderId }] of placed.entries()) {
    const order = await desk.admin.order(orderId)
    const bought = story.order.lines.map(({ sku, quantity }) => [sku, quantity])
    const ordered = Object.fromEntries(bought)
    comparisons.push(compare(`#${index + 1}`, order, desk.ledger(purchaseOrderId), ordered))
  }
  console.log(`\n${table(comparisons)}\n`)
  desk.check(
    "Medusa and Walmart agree on every order",
    comparisons.every(({ agrees }) => agrees)
  )
}
