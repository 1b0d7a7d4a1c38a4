import type { LedgerEntry, Simulator } from "../simulator"
import { type AdminClient, AdminRefusal } from "../testing/admin-client"
import { waitFor } from "../testing/wait-for"

/** Where the tour's person sits: Medusa's admin on one side, a view into Walmart's ledger on the other. Says what it sees. */
export class Desk {
  private failures = 0

  constructor(
    readonly admin: AdminClient,
    private readonly simulator: Simulator
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
    await waitFor(what, () => this.units(purchaseOrderId, effect) >= units, { timeoutMs: 60_000 })
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
    const { orders } = await this.admin.get<{ orders: { id: string }[] }>("/admin/walmart/orders", {
      order_id: orderId,
    })
    await this.admin.post(`/admin/walmart/orders/${orders[0].id}/cancellation-reason`, { reason })
  }

  private units(purchaseOrderId: string, effect: LedgerEntry["effect"]): number {
    return this.ledger(purchaseOrderId, effect).reduce((sum, { quantity }) => sum + quantity, 0)
  }
}

function onlyRefusals(error: unknown): AdminRefusal {
  if (error instanceof AdminRefusal) return error
  throw error
}
