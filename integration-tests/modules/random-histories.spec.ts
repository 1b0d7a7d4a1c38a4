import { isDeepStrictEqual } from "node:util"
import fc from "fast-check"
import { type Simulator, startSimulator } from "../../simulator"
import { createAccessTokens } from "../../src/walmart/api/access-token"
import { createWalmartClient, type WalmartClient } from "../../src/walmart/api/client"
import { createTransport } from "../../src/walmart/api/http"
import { marketOf } from "../../src/walmart/markets/markets"
import { endpointOf, headOf, nextAction } from "../../src/walmart/updates/next-call"
import { lineQuantities, openQuantity, type Order } from "../../src/walmart/orders/order"
import { findDiscrepancies } from "../../src/walmart/reconciliation/discrepancies"
import { sameTracking } from "../../src/walmart/updates/shipment/packages"
import { planUpdates } from "../../src/walmart/updates/plan"
import { type KnownUpdate, PAYLOAD_VERSION } from "../../src/walmart/updates/model/update"
import { toMedusaOrder } from "../../src/workflows/reconciliation/medusa-side/medusa-order"
import { type Elsewhere, history, type Line, oddHistory, type Step } from "./histories/steps"
import { StoreOrder } from "./histories/store-order"

/*
 * Plays random Medusa histories through the translation of Medusa's rows, the planner and the sender's decisions against the
 * simulator, and compares Walmart's ledger with what was wished for. No database: only the decisions are on trial, the queue
 * has tests of its own.
 */

const HISTORIES = Number(process.env.HISTORIES ?? 1000)
const market = marketOf("us")
const REASON = "SELLER_CANCEL_PRICING_ERROR"

let simulator: Simulator
let client: WalmartClient
let serial = 0
/** What was done at Walmart by other hands at least once, so that a refused body cannot make the histories poorer unnoticed. */
const done = new Set<Elsewhere>()

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, ownRules: true })
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

/** A Medusa order, the Walmart order it came from, and the updates known between them. */
class Shop {
  readonly known: KnownUpdate[] = []
  private shown: Order | null = null
  /** Nothing happens past the screens, so that nobody is ever asked. */
  isCalm = true
  private readonly medusa: StoreOrder

  constructor(
    private readonly purchaseOrderId: string,
    private readonly lines: Line[],
    private readonly strictness: "strict" | "lenient"
  ) {
    this.medusa = new StoreOrder(lines, strictness)
  }

  wish(): ReturnType<StoreOrder["wish"]> {
    return this.medusa.wish()
  }

  async apply(step: Step): Promise<void> {
    if (step.do === "event") for (let n = 0; n < step.times; n++) await this.plan()
    else if (step.do === "send") await this.send()
    else if (step.do === "elsewhere") this.elsewhere(step)
    else this.medusa.change(step)
  }

  /** Somebody in Seller Center, a carrier or the buyer, as far as Walmart lets them. */
  private elsewhere({ effect, pick, units }: Extract<Step, { do: "elsewhere" }>): void {
    const lineNumber = String((pick % this.lines.length) + 1)
    const lines = [{ lineNumber, quantity: units }]
    const parcel = { carrier: "UPS", trackingNumber: `1Z${String(++serial).padStart(16, "0")}` }
    const bodies: Record<Elsewhere, object> = {
      ...{ cancel: { lines }, ship: { ...parcel, lines }, deliver: {} },
      "intent-to-cancel": { lines: [lineNumber] },
    }
    this.shown = null
    try {
      simulator.control.run("POST", `orders/${this.purchaseOrderId}/${effect}`, bodies[effect])
      done.add(effect)
    } catch (error) {
      // More units than there are, or none that have left.
      if (!(error instanceof Error)) throw error
    }
  }

  /** Walmart's order; asked for again only after something was done there. */
  private async read(): Promise<Order> {
    this.shown ??= await client.getOrder(this.purchaseOrderId)
    return this.shown
  }

  isUnfinished(): boolean {
    return this.known.some(({ status }) => status === "pending" || status === "needs_attention")
  }

  async differences(): Promise<string[]> {
    const order = await this.read()
    const found = findDiscrepancies({
      medusa: toMedusaOrder(this.medusa.row(), this.medusa.translation(REASON)),
      walmart: sideOf(order),
      known: this.known,
      facts: this.medusa.facts(REASON),
      unknownLines: [],
      readAt: null,
    })
    return found.map(({ key }) => key)
  }

  /** Judged by Walmart's own view of the order and by Medusa's units, not by anything the plugin believes. */
  async agree(): Promise<boolean> {
    const order = await this.read()
    const wish = this.medusa.wish()
    const shown = order.lines.map((line) => {
      const { shipped, delivered, canceled } = lineQuantities(line)
      return [line.lineNumber, { shipped: shipped + delivered, canceled }]
    })
    const isOpen = order.lines.some((line) => openQuantity(lineQuantities(line)) > 0)
    const mine = simulator.control.ledger(this.purchaseOrderId).filter((e) => e.by === "seller_api")
    const numbers = mine.flatMap(({ trackingNumber }) => trackingNumber ?? [])
    return (
      isDeepStrictEqual(Object.fromEntries(shown), wish) &&
      numbers.every((number) =>
        this.medusa.shippedNumbers().some((one) => sameTracking(one, number))
      ) &&
      !this.medusa.isOdd() &&
      !(this.medusa.isClosed() && isOpen)
    )
  }

  async plan(): Promise<void> {
    const order = await this.read()
    const plan = planUpdates({
      medusa: toMedusaOrder(this.medusa.row(), this.medusa.translation(REASON)),
      walmart: sideOf(order),
      known: this.known,
      market,
      strictness: this.strictness,
      now: Date.now(),
    })
    for (const update of plan.add) {
      if (this.isCalm) expect(update.attention).toBeNull()
      this.known.push({
        id: update.uniqueKey,
        sequence: this.known.length + 1,
        uniqueKey: update.uniqueKey,
        status: update.attention ? "needs_attention" : "pending",
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
      const order = await this.read()
      const decided = nextAction(order, this.known, {
        now: Date.now(),
        maxLines: 100,
        maxUpdates: 50,
      })
      if (this.isCalm) expect(decided.attention).toBeNull()
      for (const id of decided.done) this.set(id, "sent")
      for (const id of decided.moot) this.set(id, "superseded")
      if (decided.call) await this.write(decided.call)
      else if (decided.attention) this.set(decided.attention.id, "needs_attention")
    }
  }

  private async write({ endpoint, body }: { endpoint: string; body: object | null }) {
    this.shown = null
    if (endpoint === endpointOf("acknowledgment"))
      await client.acknowledge(this.purchaseOrderId, body)
    else if (endpoint === endpointOf("shipment"))
      await client.ship(this.purchaseOrderId, body ?? {})
    else await client.cancel(this.purchaseOrderId, body ?? {})
  }
}

function sideOf(order: Order) {
  return {
    purchaseOrderId: order.purchaseOrderId,
    customerOrderId: order.customerOrderId,
    orderedAt: order.orderedAt,
    currency: "usd",
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

it(`tells Walmart exactly what ${HISTORIES} random Medusa histories wish, kits and all, however events are lost or doubled`, async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ lines, steps, strictness }) => {
      const ordered = lines.map(({ quantity }, i) => ({
        sku: `S-${i}`,
        quantity,
        price: 10 * quantity,
      }))
      const { purchaseOrderId } = simulator.control.createOrder({ lines: ordered })
      const shop = new Shop(purchaseOrderId, lines, strictness)
      await shop.plan()
      for (const one of steps) await shop.apply(one)
      await shop.plan()
      await shop.send()
      expect(told(purchaseOrderId, lines.length)).toEqual(shop.wish())
      await shop.plan()
      expect(headOf(shop.known)).toEqual([])
      expect(await shop.differences()).toEqual([])
    }),
    { numRuns: HISTORIES }
  )
})

it(`is never in sync while the sides disagree, nor the other way round, in ${HISTORIES} histories with everything that goes on beside`, async () => {
  await fc.assert(
    fc.asyncProperty(oddHistory, async ({ lines, steps, strictness }) => {
      const ordered = lines.map(({ quantity }, i) => ({ sku: `S-${i}`, quantity, price: 10 }))
      const { purchaseOrderId } = simulator.control.createOrder({ lines: ordered })
      const shop = new Shop(purchaseOrderId, lines, strictness)
      shop.isCalm = false
      await shop.plan()
      for (const one of steps) await shop.apply(one)
      for (let round = 0; round < 2; round++) {
        await shop.plan()
        await shop.send()
      }
      const differences = await shop.differences()
      if (await shop.agree()) expect(differences).toEqual([])
      else expect(shop.isUnfinished() || differences.length > 0).toBe(true)
    }),
    { numRuns: HISTORIES }
  )
  expect([...done].sort()).toEqual(["cancel", "deliver", "intent-to-cancel", "ship"])
})
