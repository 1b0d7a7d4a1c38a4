import type { LedgerEntry, Simulator } from "../simulator"
import type {
  AdminWalmartReturnListResponse,
  AdminWalmartStockListResponse,
} from "../src/types/http"
import { type AdminClient, AdminRefusal } from "../testing/admin-client"
import { waitFor } from "../testing/wait-for"

/** Puts another number on a fulfillment's label, as a shipping provider does that makes a new one. */
export type Relabel = (fulfillmentId: string, trackingNumber: string) => Promise<void>

/** Where the tour's person sits: Medusa's admin on one side, a view into Walmart's ledger on the other. Says what it sees. */
export class Desk {
  private failures = 0

  constructor(
    readonly admin: AdminClient,
    private readonly simulator: Simulator,
    private readonly relabel: Relabel
  ) {}

  /** True while everything that was checked held. */
  get verdict(): boolean {
    return this.failures === 0
  }

  /** Says whether something holds; what does not hold fails the tour. */
  check(what: string, holds: boolean): void {
    if (!holds) this.failures += 1
    console.log(`  ${holds ? "✓" : "✗"} ${what}`)
  }

  /** What Walmart accepted for a purchase order, oldest first; only one kind of effect when it is named. */
  ledger(purchaseOrderId: string, effect?: LedgerEntry["effect"]): LedgerEntry[] {
    const entries = this.simulator.control.ledger(purchaseOrderId)
    return entries.filter((entry) => !effect || entry.effect === effect)
  }

  /** Waits until Walmart's ledger has so many units of an effect, and says how long that took. */
  async walmartKnows(
    purchaseOrderId: string,
    effect: LedgerEntry["effect"],
    units: number
  ): Promise<void> {
    const startedAt = Date.now()
    const what = `Walmart's ledger to have ${units} ${effect} of ${purchaseOrderId}`
    await waitFor(what, () => this.units(purchaseOrderId, effect) >= units)
    const exact = this.units(purchaseOrderId, effect) === units
    this.check(`Walmart has ${units} ${effect}, ${Date.now() - startedAt} ms later`, exact)
  }

  /** Checks that Medusa's own screen refuses, and shows what the person reads there. */
  async isRefused(what: string, attempt: () => Promise<void>): Promise<void> {
    const refusal = await attempt().then(() => null, onlyRefusals)
    this.check(`${what} is refused: ${refusal?.message ?? "it was not"}`, refusal?.status === 400)
  }

  /** The reason that staff pick in the order's Walmart box. */
  async chooseReason(orderId: string, reason: string): Promise<void> {
    await this.admin.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, { reason })
  }

  /** Units of the first line that staff cancel in the order's Walmart box. */
  async cancelUnits(orderId: string, quantity: number, reason: string): Promise<void> {
    const lines = [{ line_number: "1", quantity }]
    await this.admin.post(`/admin/walmart/orders/${orderId}/cancel`, { reason, lines })
  }

  /** Refunds a sum on Medusa's own Refund screen. */
  async refund(orderId: string, amount: number): Promise<void> {
    await this.admin.post(`/admin/payments/${await this.paymentOf(orderId)}/refund`, { amount })
  }

  /** Walmart's customer sends units of the first line back. @returns the Medusa return that comes of it */
  async buyerReturns(purchaseOrderId: string, quantity: number): Promise<string> {
    const startedAt = Date.now()
    const lines = [{ purchaseOrderId, quantity, reason: "DEFECTIVE" }]
    this.simulator.control.run("POST", "returns", { lines })
    const find = async () => {
      const path = "/admin/walmart/returns"
      const { returns } = await this.admin.get<AdminWalmartReturnListResponse>(path, {
        q: purchaseOrderId,
      })
      return returns.at(0)?.return_id
    }
    const options = { everyMs: 250 }
    const id = await waitFor(`the return of ${purchaseOrderId}`, find, options)
    this.check(`Medusa has the buyer's return, ${Date.now() - startedAt} ms later`, true)
    return id
  }

  /** Receives units in good order on Medusa's own Receive screen. */
  async receive(returnId: string, quantity: number): Promise<void> {
    const path = `/admin/returns/${returnId}`
    const { return: made } = await this.admin.get<{ return: { items: { item_id: string }[] } }>(
      path,
      { fields: "*items" }
    )
    const items = [{ id: made.items[0].item_id, quantity }]
    await this.admin.post(`${path}/receive`, {})
    await this.admin.post(`${path}/receive-items`, { items })
    await this.admin.post(`${path}/receive/confirm`, {})
  }

  /** Waits until Walmart has refunded a sum, and Medusa's books say the same. */
  async refundedBoth(orderId: string, purchaseOrderId: string, amount: number): Promise<void> {
    const atWalmart = () =>
      this.ledger(purchaseOrderId, "refunded").reduce((sum, one) => sum + (one.amount ?? 0), 0)
    const options = { everyMs: 250 }
    const agree = async () =>
      cents(atWalmart()) === cents(amount) && cents(await this.refunded(orderId)) === cents(amount)
    await waitFor(`${amount} to be refunded on both sides`, agree, options)
    this.check(`Walmart has refunded ${amount.toFixed(2)}, and so say Medusa's books`, true)
  }

  /** Something that happens at Walmart by other hands, such as the buyer's. */
  elsewhere(purchaseOrderId: string, action: string, body: object = {}): void {
    this.simulator.control.run("POST", `orders/${purchaseOrderId}/${action}`, body)
  }

  /** Waits until Medusa shows an order as canceled. */
  async medusaCancels(orderId: string): Promise<void> {
    const startedAt = Date.now()
    const isCanceled = async () => (await this.admin.order(orderId)).status === "canceled"
    await waitFor("Medusa to cancel the order", isCanceled, { everyMs: 250 })
    this.check(`Medusa's order is canceled, ${Date.now() - startedAt} ms later`, true)
  }

  /** Waits until Walmart was sent the stock of a SKU, and holds it against what Medusa could sell. */
  async stockFollows(sku: string): Promise<void> {
    const pushes = () =>
      this.simulator.control
        .ledger()
        .filter((entry) => entry.effect === "inventory" && entry.by === "seller_api")
        .filter((entry) => entry.sku === sku)
    await waitFor(`a push of ${sku}`, () => pushes().length > 0)
    const { stock } = await this.admin.get<AdminWalmartStockListResponse>("/admin/walmart/stock", {
      q: sku,
    })
    const sent = pushes().at(-1)?.quantity
    this.check(
      `Walmart shows ${sent} of ${sku}, as many as Medusa could sell`,
      sent === stock.find((one) => one.sku === sku)?.available
    )
  }

  /** A label is replaced after its parcel has left. */
  async replaceLabel(fulfillmentId: string, trackingNumber: string): Promise<void> {
    await this.relabel(fulfillmentId, trackingNumber)
  }

  private async paymentOf(orderId: string): Promise<string> {
    return (await this.payments(orderId))[0].id
  }

  private async refunded(orderId: string): Promise<number> {
    const refunds = (await this.payments(orderId)).flatMap((payment) => payment.refunds)
    return refunds.reduce((sum, { amount }) => sum + amount, 0)
  }

  private async payments(orderId: string): Promise<PaymentRow[]> {
    const fields = "*payment_collections.payments,*payment_collections.payments.refunds"
    const path = `/admin/orders/${orderId}`
    const { order } = await this.admin.get<OrderWithPayments>(path, { fields })
    return order.payment_collections.flatMap(({ payments }) => payments)
  }

  private units(purchaseOrderId: string, effect: LedgerEntry["effect"]): number {
    return this.ledger(purchaseOrderId, effect).reduce((sum, { quantity }) => sum + quantity, 0)
  }
}

interface PaymentRow {
  id: string
  refunds: { amount: number }[]
}

interface OrderWithPayments {
  order: { payment_collections: { payments: PaymentRow[] }[] }
}

function cents(amount: number): number {
  return Math.round(amount * 100)
}

function onlyRefusals(error: unknown): AdminRefusal {
  if (error instanceof AdminRefusal) return error
  throw error
}
