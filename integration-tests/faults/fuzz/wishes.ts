import type { PlannedUpdate } from "../../../src/walmart/updates/model/update"
import type { KnownOrder, Stage } from "../harness/stage"
import {
  acknowledgment,
  cancellation,
  correction,
  numberOf,
  refund,
  shipment,
  type Told,
  type Units,
} from "../harness/updates"
import type { Random } from "./random"

/** Units of each line at the start: so many that a parcel sent twice is never refused for want of units. */
const UNITS = 60
const LINES = 3

/** The line whose units nobody here asks to cancel, so that those canceled by others are not taken for the ones asked for. */
const OTHERS_LINE = "3"

/** Done at Walmart by other hands: the buyer, somebody in Seller Center, a carrier. */
const ELSEWHERE = ["cancel", "ship", "deliver"] as const

/** Hundredths that may be given back for each unit that left; less than it cost. */
const REFUNDABLE = 400

interface Wished extends KnownOrder {
  /** An acknowledgment is asked for, which is moot once others have shipped or canceled a part. */
  isNew: boolean
  /** Numbers of its parcels are corrected; others deliver none of them, because a number stays what it was when the parcel arrived. */
  isCorrected: boolean
  left: Units
  canceled: Units
  /** Parcels with the numbers that were asked for last. */
  told: Told[]
  /** Hundredths by line. */
  refunded: Units
}

/**
 * Orders, and what is asked for them: parcels of some units, other numbers for them, money back, cancellations of some, and now and
 * then the same thing again.
 */
export class Wishes {
  private readonly orders: Wished[] = []
  /** Those that Walmart has not shown as they were before yet. */
  private current: KnownOrder[] = []
  private parcels = 0
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
      const units = (amount: number): Units => ({ 1: amount, 2: amount, 3: amount })
      const nothing = { canceled: units(0), refunded: units(0), told: [] }
      const isCorrected = index % 2 === 0
      this.orders.push({ ...order, isNew, isCorrected, left: units(UNITS), ...nothing })
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

  /**
   * Lets others do something at Walmart to one order: units are canceled, leave or arrive. What they take is never asked for here.
   * @returns whether Walmart had anything to do it to
   */
  elsewhere(random: Random): boolean {
    const order = random.pick(this.orders.filter(({ isNew }) => !isNew))
    const action = random.pick(ELSEWHERE)
    if (action === "deliver") return !order.isCorrected && this.atWalmart(order, action, {})
    const quantity = Math.min(random.between(1, 2), order.left[OTHERS_LINE])
    if (quantity === 0) return false
    order.left[OTHERS_LINE] -= quantity
    const lines = [{ lineNumber: OTHERS_LINE, quantity }]
    const parcel = { carrier: "UPS", trackingNumber: `ELSEWHERE${++this.parcels}` }
    return this.atWalmart(order, action, action === "ship" ? { ...parcel, lines } : { lines })
  }

  private atWalmart({ po }: Wished, action: string, body: object): boolean {
    try {
      this.stage.simulator.control.run("POST", `orders/${po}/${action}`, body)
      return true
    } catch (error) {
      // Nothing of it has left yet.
      if (action === "deliver" && error instanceof Error) return false
      throw error
    }
  }

  private wish(order: Wished): PlannedUpdate | null {
    if (order.told.length > 0 && this.random.chance(0.25)) {
      return order.isCorrected && this.random.chance(0.5)
        ? this.corrected(order)
        : this.refunded(order)
    }
    const line = String(this.random.between(1, LINES))
    const quantity = Math.min(this.random.between(1, 3), order.left[line])
    if (quantity === 0) return null
    order.left[line] -= quantity
    const isShipped = line === OTHERS_LINE || this.random.chance(0.75)
    if (isShipped) return this.shipped(order, line, quantity)
    order.canceled[line] += quantity
    return cancellation({ [line]: order.canceled[line] }, undefined, quantity)
  }
  private shipped({ told }: Wished, lineNumber: string, quantity: number): PlannedUpdate {
    const trackingNumber = `LX${20_000_000 + ++this.parcels}`
    told.push({ lineNumber, quantity, trackingNumber })
    return shipment({ [lineNumber]: quantity }, trackingNumber)
  }

  private corrected({ told }: Wished): PlannedUpdate {
    const parcel = this.random.pick(told)
    const update = correction(parcel)
    parcel.trackingNumber = numberOf(update)
    return update
  }

  /** Not more than what was asked to leave. */
  private refunded({ told, refunded }: Wished): PlannedUpdate | null {
    const { lineNumber } = this.random.pick(told)
    const left = told
      .filter((parcel) => parcel.lineNumber === lineNumber)
      .reduce((sum, { quantity }) => sum + quantity, 0)
    const amount = Math.min(this.random.between(1, 300), left * REFUNDABLE - refunded[lineNumber])
    if (amount <= 0) return null
    refunded[lineNumber] += amount
    return refund(amount, { lineNumber, total: refunded[lineNumber] })
  }
}
