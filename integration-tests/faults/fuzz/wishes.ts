import type { PlannedUpdate } from "../../../src/walmart/updates/model/update"
import type { KnownOrder, Stage } from "../harness/stage"
import { acknowledgment, cancellation, shipment, type Units } from "../harness/updates"
import type { Random } from "./random"

/** Units of each line at the start: so many that a parcel sent twice is never refused for want of units. */
const UNITS = 60
const LINES = 2

interface Wished extends KnownOrder {
  left: Units
  canceled: Units
}

/** Orders, and what is asked for them: parcels of some units, cancellations of some, and now and then the same thing again. */
export class Wishes {
  private readonly orders: Wished[] = []
  /** Those that Walmart has not shown as they were before yet. */
  private current: KnownOrder[] = []
  private last: { order: Wished; updates: PlannedUpdate[] } | null = null

  constructor(
    private readonly stage: Stage,
    private readonly random: Random
  ) {}

  /** Makes the orders; every third has to be acknowledged first. */
  async prepare(count: number): Promise<void> {
    for (let index = 0; index < count; index++) {
      const isNew = index % 3 === 0
      const quantities = Array.from({ length: LINES }, () => UNITS)
      const order = await this.stage.anOrder(quantities, isNew ? "Created" : "Acknowledged")
      const units = (amount: number): Units => ({ 1: amount, 2: amount })
      this.orders.push({ ...order, left: units(UNITS), canceled: units(0) })
      if (isNew) await this.stage.enqueue(order, [acknowledgment()])
    }
    this.current = [...this.orders]
  }

  /** An order that was not named before, null when all were. */
  another(): KnownOrder | null {
    if (this.current.length === 0) return null
    const [order] = this.current.splice(this.random.between(0, this.current.length - 1), 1)
    return order
  }

  /** Asks for one more thing. */
  async ask(): Promise<void> {
    if (this.last && this.random.chance(0.1)) {
      await this.stage.enqueue(this.last.order, this.last.updates)
      return
    }
    const order = this.random.pick(this.orders)
    const updates = Array.from({ length: this.random.chance(0.2) ? 2 : 1 }, () => this.wish(order))
    this.last = { order, updates: updates.flatMap((update) => update ?? []) }
    await this.stage.enqueue(order, this.last.updates)
  }

  private wish(order: Wished): PlannedUpdate | null {
    const line = String(this.random.between(1, LINES))
    const quantity = Math.min(this.random.between(1, 3), order.left[line])
    if (quantity === 0) return null
    order.left[line] -= quantity
    if (this.random.chance(0.75)) return shipment({ [line]: quantity })
    order.canceled[line] += quantity
    return cancellation({ [line]: order.canceled[line] }, undefined, quantity)
  }
}
