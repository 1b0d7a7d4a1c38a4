import fc from "fast-check"
import { type Simulator, startSimulator } from "../../simulator"
import { createAccessTokens } from "../../src/walmart/access-token"
import { createWalmartClient, type WalmartClient } from "../../src/walmart/client"
import { createTransport } from "../../src/walmart/http"
import { marketOf } from "../../src/walmart/markets"
import { endpointOf, headOf, nextStep } from "../../src/walmart/next-call"
import { lineQuantities, type Order } from "../../src/walmart/order"
import { type MedusaFulfillment, type MedusaOrder, planUpdates } from "../../src/walmart/plan"
import { type KnownUpdate, PAYLOAD_VERSION } from "../../src/walmart/update"

/*
 * Plays random Medusa histories through the planner and the sender's decisions against the simulator, and compares Walmart's
 * ledger with what was wished for. No database: only the decisions are on trial, the mailbox has tests of its own.
 */

const HISTORIES = 1000
const market = marketOf("us")
const REASON = "SELLER_CANCEL_PRICING_ERROR"

let simulator: Simulator
let client: WalmartClient
let serial = 0

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  simulator.control.run("POST", "rate-limits", { off: true })
  client = clientOf(simulator.url)
})

afterAll(() => simulator.close())

function clientOf(baseUrl: string): WalmartClient {
  const account = { id: "a", market: "us", clientId: "demo-client", clientSecret: "demo-secret" }
  const transport = createTransport({ baseUrl, timeoutMs: 5_000, maxBodyBytes: 1_000_000 })
  const shared = { transport, clock: Date.now, newCorrelationId: () => `c-${++serial}` }
  const credentials = { ...account, accountId: "a", sandbox: false }
  const limiter = { take: async () => ({ granted: true }) as const, observe: async () => {} }
  const tokens = createAccessTokens({ ...shared, credentials })
  return createWalmartClient({
    ...shared,
    account: { ...account, baseUrl, sandbox: false },
    tokens,
    limiter,
  })
}

/** What staff do, in small steps; `pick` chooses among what is possible. */
type Step =
  | { do: "fulfill"; pick: number; units: number; boxes: number }
  | { do: "ship"; pick: number }
  | { do: "cancel_fulfillment"; pick: number }
  | { do: "reduce"; pick: number; units: number }
  | { do: "cancel_order" }
  /** An event reaches the plugin 0, 1 or 2 times; what is lost is found by the sweep at the end. */
  | { do: "event"; times: number }
  | { do: "send" }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fulfill() },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("ship" as const), pick: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("cancel_fulfillment" as const), pick: fc.nat(9) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("reduce" as const),
      pick: fc.nat(9),
      units: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: "cancel_order" } as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("event" as const),
      times: fc.integer({ min: 0, max: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: "send" } as const) }
)

function fulfill(): fc.Arbitrary<Step> {
  return fc.record({
    do: fc.constant("fulfill" as const),
    pick: fc.nat(9),
    units: fc.integer({ min: 1, max: 4 }),
    boxes: fc.integer({ min: 1, max: 3 }),
  })
}

const history = fc.record({
  quantities: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
  steps: fc.array(step, { minLength: 3, maxLength: 18 }),
})

/** A Medusa order that obeys Medusa's rules, with the updates known for it. */
class Shop {
  readonly known: KnownUpdate[] = []
  private readonly medusa: MedusaOrder
  private boxes = 0

  constructor(
    readonly purchaseOrderId: string,
    readonly customerOrderId: string,
    private readonly ordered: number[]
  ) {
    const items = ordered.map((quantity, index) => ({ lineNumber: String(index + 1), quantity }))
    this.medusa = {
      displayId: "1",
      canceledAt: null,
      updatedAt: Date.now(),
      items,
      fulfillments: [],
      reason: REASON,
      defaultReason: null,
    }
  }

  /** Units of a line that no living fulfillment holds. */
  private free(lineNumber: string): number {
    const held = this.living()
      .flatMap((f) => f.lines)
      .filter((l) => l.lineNumber === lineNumber)
    const item = this.medusa.items.find((i) => i.lineNumber === lineNumber)
    return (item?.quantity ?? 0) - held.reduce((sum, units) => sum + units.quantity, 0)
  }

  private living(): MedusaFulfillment[] {
    return this.medusa.fulfillments.filter((f) => f.canceledAt === null)
  }

  private waiting(): MedusaFulfillment[] {
    return this.living().filter((f) => f.shippedAt === null)
  }

  async apply(step: Step): Promise<void> {
    if (step.do === "event") for (let n = 0; n < step.times; n++) await this.plan()
    else if (step.do === "send") await this.send()
    else if (this.medusa.canceledAt === null) this.change(step)
  }

  private change(step: Exclude<Step, { do: "event" | "send" }>): void {
    if (step.do === "fulfill") return this.fulfill(step)
    if (step.do === "ship") return this.ship(step.pick)
    if (step.do === "reduce") return this.reduce(step)
    if (step.do === "cancel_fulfillment") {
      const fulfillment = this.waiting()[step.pick % Math.max(this.waiting().length, 1)]
      if (fulfillment) fulfillment.canceledAt = Date.now()
    } else if (this.living().length === 0) this.medusa.canceledAt = Date.now()
  }

  private fulfill(step: { pick: number; units: number; boxes: number }): void {
    const lines = this.medusa.items
      .map(({ lineNumber }) => ({
        lineNumber,
        quantity: Math.min(step.units, this.free(lineNumber)),
      }))
      .filter(({ quantity }, index) => quantity > 0 && (index + step.pick) % 2 === 0)
    if (lines.length === 0) return
    const labels = Array.from({ length: step.boxes }, () => ({
      trackingNumber: `LX${String(++this.boxes).padStart(10, "0")}`,
      trackingUrl: null,
    }))
    const base = {
      takenOver: false,
      mapped: null,
      shipAnyway: false,
      shippedAt: null,
      canceledAt: null,
    }
    const chosen = { carrier: this.boxes % 2 ? "OnTrac" : "UDS", trackingUrl: null }
    const id = `ful_${this.medusa.fulfillments.length}`
    this.medusa.fulfillments.push({ ...base, id, lines, labels, chosen })
  }

  private ship(pick: number): void {
    const fulfillment = this.waiting()[pick % Math.max(this.waiting().length, 1)]
    if (fulfillment)
      fulfillment.shippedAt = Date.now() + this.medusa.fulfillments.indexOf(fulfillment)
  }

  private reduce({ pick, units }: { pick: number; units: number }): void {
    const item = this.medusa.items[pick % this.medusa.items.length]
    item.quantity -= Math.min(units, this.free(item.lineNumber))
  }

  async plan(): Promise<void> {
    const order = await client.getOrder(this.purchaseOrderId)
    const plan = planUpdates({
      medusa: this.medusa,
      walmart: sideOf(order),
      known: this.known,
      market,
      strictness: "lenient",
    })
    for (const update of plan.add) {
      expect(update.attention).toBeNull()
      this.known.push({
        id: update.uniqueKey,
        sequence: this.known.length + 1,
        uniqueKey: update.uniqueKey,
        status: "pending",
        payload: update.payload,
        payloadVersion: PAYLOAD_VERSION,
      })
    }
    for (const id of plan.supersede) this.set(id, "superseded")
  }

  private set(id: string, status: KnownUpdate["status"]): void {
    for (const update of this.known) if (update.id === id) update.status = status
  }

  async send(): Promise<void> {
    for (let calls = 0; headOf(this.known).length > 0; calls++) {
      if (calls > 50) throw new Error("Sending does not end.")
      const order = await client.getOrder(this.purchaseOrderId)
      const decided = nextStep(order, this.known, {
        now: Date.now(),
        maxLines: 100,
        maxUpdates: 50,
      })
      expect(decided.attention).toBeNull()
      for (const id of decided.done) this.set(id, "sent")
      if (decided.call) await this.write(decided.call)
    }
  }

  private async write({ endpoint, body }: { endpoint: string; body: object | null }) {
    if (endpoint === endpointOf("acknowledgment")) await client.acknowledge(this.purchaseOrderId)
    else if (endpoint === endpointOf("shipment"))
      await client.ship(this.purchaseOrderId, body ?? {})
    else await client.cancel(this.purchaseOrderId, body ?? {})
  }

  /** What Medusa's state says Walmart must have heard, in units per line. */
  wish(): Record<string, { shipped: number; canceled: number }> {
    const wish = this.ordered.map((quantity, index) => {
      const lineNumber = String(index + 1)
      const shipped = this.living()
        .filter((f) => f.shippedAt !== null)
        .flatMap((f) => f.lines)
        .filter((l) => l.lineNumber === lineNumber)
        .reduce((sum, l) => sum + l.quantity, 0)
      const present = this.medusa.items.find((i) => i.lineNumber === lineNumber)?.quantity ?? 0
      const canceled = quantity - (this.medusa.canceledAt === null ? present : shipped)
      return [lineNumber, { shipped, canceled }]
    })
    return Object.fromEntries(wish)
  }
}

function sideOf(order: Order) {
  return {
    purchaseOrderId: order.purchaseOrderId,
    customerOrderId: order.customerOrderId,
    orderedAt: order.orderedAt,
    readOnly: false,
    lines: order.lines.map((line) => ({
      lineNumber: line.lineNumber,
      quantity: line.quantity,
      quantities: lineQuantities(line),
      customerAskedToCancel: line.customerAskedToCancel,
    })),
  }
}

function told(purchaseOrderId: string, lines: number): ReturnType<Shop["wish"]> {
  const sums = Object.fromEntries(
    Array.from({ length: lines }, (_, index) => [String(index + 1), { shipped: 0, canceled: 0 }])
  )
  for (const entry of simulator.control.ledger(purchaseOrderId)) {
    const line = sums[String(entry.lineNumber)]
    if (entry.effect === "shipped") line.shipped += Number(entry.quantity)
    if (entry.effect === "cancelled") line.canceled += Number(entry.quantity)
  }
  return sums
}

it(`tells Walmart exactly what ${HISTORIES} random Medusa histories wish, however events are lost or doubled`, async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ quantities, steps }) => {
      const lines = quantities.map((quantity, i) => ({
        sku: `S-${i}`,
        quantity,
        price: 10 * quantity,
      }))
      const { purchaseOrderId, customerOrderId } = simulator.control.createOrder({ lines })
      const shop = new Shop(purchaseOrderId, customerOrderId, quantities)
      await shop.plan()
      for (const one of steps) await shop.apply(one)
      await shop.plan()
      await shop.send()
      expect(told(purchaseOrderId, quantities.length)).toEqual(shop.wish())
      await shop.plan()
      expect(headOf(shop.known)).toEqual([])
    }),
    { numRuns: HISTORIES }
  )
}, 180_000)
