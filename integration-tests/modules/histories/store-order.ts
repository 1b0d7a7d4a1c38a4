import { SAMPLES } from "../../../src/walmart/carriers/__tests__/tracking-samples"
import { resolveCarrier } from "../../../src/walmart/carriers/carriers"
import { marketOf } from "../../../src/walmart/markets/markets"
import { normalizeTrackingNumber } from "../../../src/walmart/carriers/tracking-number"
import type { MedusaFacts } from "../../../src/walmart/reconciliation/figures/line-figures"
import {
  toMedusaFacts,
  type Translation,
} from "../../../src/workflows/reconciliation/medusa-side/medusa-order"
import type { OrderRow } from "../../../src/workflows/reconciliation/medusa-side/medusa-order-rows"
import type { Change, Line } from "./steps"

type FulfillmentRow = OrderRow["fulfillments"][number]

interface Fulfillment {
  id: string
  /** Whole units by line index. */
  units: Map<number, number>
  /** As Medusa wrote them when it was made; a kit is changed later without them. */
  items: FulfillmentRow["items"]
  /** Made beside the order, which has not recorded it. */
  isForeign: boolean
  isDeleted: boolean
  deliveredAt: Date | null
  numbers: string[]
  /** Null when the numbers tell the carrier. */
  carrier: string | null
  shippedAt: Date | null
  canceledAt: Date | null
}

/** Published numbers that tell their carrier, one of Walmart's US list. */
const VALID = SAMPLES.flatMap(({ valid }) => valid).filter(
  (trackingNumber) => "choice" in resolveCarrier({ trackingNumber, market: marketOf("us") })
)
const NUMBERS = VALID.filter(
  (number, index) =>
    VALID.map(normalizeTrackingNumber).indexOf(normalizeTrackingNumber(number)) === index
)

/** What is compared at the end has long been so. */
const AN_HOUR_MS = 3_600_000

/** What every unit cost at the import. */
const IMPORTED = { amount: 10, taxRate: 8 }

/** A Medusa order that obeys Medusa's rules; it counts whole units, and answers rows per inventory item as Medusa does. */
export class StoreOrder {
  private readonly present: number[]
  private readonly fulfillments: Fulfillment[] = []
  private readonly parts: (readonly number[] | null)[]
  private readonly prices: number[]
  private readonly returned: number[]
  private canceledAt: Date | null = null
  private closedAs: "completed" | "archived" | null = null
  private strangers = 0
  private boxes = 0

  constructor(
    private readonly lines: Line[],
    private readonly strictness: "strict" | "lenient"
  ) {
    this.present = lines.map(({ quantity }) => quantity)
    this.parts = lines.map(({ parts }) => parts)
    this.prices = lines.map(() => IMPORTED.amount)
    this.returned = lines.map(() => 0)
  }

  change(step: Change): void {
    if (step.do === "close") this.closedAs = step.as
    if (this.canceledAt !== null) return
    this.changeOddly(step)
    const chosen = "pick" in step ? this.waiting()[step.pick % this.waiting().length] : undefined
    if (step.do === "fulfill") this.fulfill(step)
    else if (step.do === "reduce") this.reduce(step)
    else if (step.do === "ship" && chosen) chosen.shippedAt = this.later(chosen)
    else if (step.do === "cancel_fulfillment" && chosen) chosen.canceledAt = new Date()
    else if (step.do === "cancel_order" && this.living().length === 0) this.canceledAt = new Date()
  }

  private changeOddly(step: Change): void {
    const index = "pick" in step ? step.pick % this.lines.length : 0
    if (step.do === "change_kit") this.parts[index] = (this.parts[index] ?? []).map((n) => n + 1)
    else if (step.do === "delete_product") this.parts[index] = null
    else if (step.do === "add_item") this.strangers++
    else if (step.do === "raise") this.present[index] += step.units
    else if (step.do === "make_shipped") this.makeShipped(index)
    else if (step.do === "reprice") this.prices[index] = 19 - this.prices[index]
    else if (step.do === "receive_return") this.receiveReturn(index, step.units)
    else if ("pick" in step) this.changeFulfillment(step.do, step.pick)
  }

  private changeFulfillment(how: Change["do"], pick: number): void {
    const waiting = this.waiting()
    const shipped = this.living().filter(({ shippedAt }) => shippedAt !== null)
    const unshipped = waiting[pick % waiting.length]
    const gone = shipped[pick % shipped.length]
    if (how === "deliver_unshipped" && unshipped) unshipped.deliveredAt = new Date()
    if (how === "delete_fulfillment" && unshipped) unshipped.isDeleted = true
    if (how !== "take_back" || !gone) return
    gone.shippedAt = null
    gone.numbers = gone.numbers.map(() => this.nextNumber())
  }

  /** Only what has left can come back. */
  private receiveReturn(index: number, units: number): void {
    const gone = this.living().filter(({ shippedAt }) => shippedAt !== null)
    this.returned[index] = Math.min(this.returned[index] + units, unitsIn(gone, index))
  }

  /** What Medusa's state alone says is wrong, whatever Walmart shows. */
  isOdd(): boolean {
    const isRaised = this.lines.some(({ quantity }, i) => this.present[i] > quantity)
    const left = this.lines.map((_, i) => i).filter((i) => this.present[i] > 0)
    const isRepriced = left.some((i) => this.prices[i] !== IMPORTED.amount)
    return (
      (this.canceledAt === null && (isRaised || isRepriced)) ||
      // The simulated Walmart refunds nothing.
      left.some((i) => this.returned[i] > 0) ||
      this.strangers > 0 ||
      // One that the order never counted leaves nothing behind when it is deleted.
      this.recorded().some(({ isDeleted }) => isDeleted) ||
      this.waiting().some(({ deliveredAt }) => deliveredAt !== null)
    )
  }

  /** Set aside by staff, so that nothing may be open. */
  isClosed(): boolean {
    return this.closedAs !== null
  }

  /** Numbers of what Medusa shows as shipped. */
  shippedNumbers(): string[] {
    const shipped = this.living().filter(({ shippedAt }) => shippedAt !== null)
    return shipped.flatMap(({ numbers }) => numbers)
  }

  facts(reason: string): MedusaFacts {
    return toMedusaFacts(this.row(), this.translation(reason), Date.now() + AN_HOUR_MS)
  }

  private makeShipped(index: number): void {
    const quantity = Math.min(1, this.free(index))
    if (quantity === 0) return
    const item = { line_item_id: itemId(index), inventory_item_id: null, quantity }
    this.add(new Map([[index, quantity]]), [item], 1)
    const made = this.fulfillments[this.fulfillments.length - 1]
    made.isForeign = true
    made.shippedAt = this.later(made)
  }

  /** What Medusa's state says Walmart must have heard, in units per line. */
  wish(): Record<string, { shipped: number; canceled: number }> {
    const wish = this.lines.map(({ quantity }, index) => {
      const gone = this.living().filter(({ shippedAt }) => shippedAt !== null)
      const shipped = unitsIn(gone, index)
      const canceled = quantity - (this.canceledAt === null ? this.present[index] : shipped)
      return [String(index + 1), { shipped, canceled }]
    })
    return Object.fromEntries(wish)
  }

  /** The order as `query.graph` answers it: an item that an edit took out is gone, a kit leaves as one row per part. */
  row(): OrderRow {
    const items: OrderRow["items"] = this.lines.map((_, index) => ({
      id: itemId(index),
      detail: {
        quantity: this.present[index],
        fulfilled_quantity: unitsIn(this.recorded(), index),
        return_received_quantity: this.returned[index],
        unit_price: this.prices[index],
      },
      variant: this.parts[index] && {
        inventory_items: this.parts[index].map((required, part) => ({
          inventory_item_id: partId(part),
          required_quantity: required,
        })),
      },
    }))
    if (this.strangers > 0) items.push({ id: "ordli_gift", detail: { quantity: this.strangers } })
    return {
      id: "order_1",
      display_id: 1,
      status: this.closedAs ?? (this.canceledAt === null ? "pending" : "canceled"),
      canceled_at: this.canceledAt,
      updated_at: new Date(),
      items: items.filter(({ detail }) => Number(detail.quantity) > 0),
      fulfillments: this.fulfillments
        .filter(({ isDeleted }) => !isDeleted)
        .map((fulfillment) => this.fulfillmentRow(fulfillment)),
    }
  }

  translation(reason: string): Translation {
    const chosen = this.fulfillments.filter(({ carrier }) => carrier !== null)
    return {
      lines: this.lines.map((_, index) => ({
        line_number: String(index + 1),
        line_item_id: itemId(index),
      })),
      recorded: this.fulfillments
        .filter(({ isForeign }) => !isForeign)
        .flatMap(({ id, units }) =>
          [...units].map(([index, quantity]) => ({
            fulfillment_id: id,
            line_item_id: itemId(index),
            quantity,
          }))
        ),
      choices: chosen.map(({ id, carrier }) => ({
        fulfillment_id: id,
        carrier,
        tracking_url: null,
        ship_anyway: false,
      })),
      carrierMap: {},
      importedPrices: new Map(this.lines.map((_, index) => [itemId(index), IMPORTED])),
      reason,
      reasonBy: null,
      defaultReason: null,
    }
  }

  private fulfillmentRow(fulfillment: Fulfillment): FulfillmentRow {
    return {
      id: fulfillment.id,
      provider_id: "manual_manual",
      shipping_option_id: null,
      shipped_at: fulfillment.shippedAt,
      delivered_at: fulfillment.deliveredAt,
      marked_shipped_by: null,
      canceled_at: fulfillment.canceledAt,
      metadata: null,
      items: fulfillment.items,
      labels: fulfillment.numbers.map((tracking_number) => ({
        tracking_number,
        tracking_url: "#",
      })),
    }
  }

  private partRows(index: number, units: number): FulfillmentRow["items"] {
    const parts = this.parts[index] ?? []
    const line_item_id = itemId(index)
    if (parts.length === 0) return [{ line_item_id, inventory_item_id: null, quantity: units }]
    return parts.map((required, part) => ({
      line_item_id,
      inventory_item_id: partId(part),
      quantity: units * required,
    }))
  }

  private fulfill({ pick, units, boxes }: Extract<Change, { do: "fulfill" }>): void {
    const taken = this.lines
      .map((_, index): [number, number] => [index, Math.min(units, this.free(index))])
      .filter(([index, quantity]) => quantity > 0 && (index + pick) % 2 === 0)
    if (taken.length === 0) return
    const items = taken.flatMap(([index, quantity]) => this.partRows(index, quantity))
    const most = taken.reduce((sum, [, quantity]) => sum + quantity, 0)
    this.add(new Map(taken), items, Math.min(boxes, most))
  }

  private add(units: Map<number, number>, items: FulfillmentRow["items"], boxes: number): void {
    const numbers = Array.from({ length: boxes }, () => this.nextNumber())
    const lenient = this.boxes % 2 ? "OnTrac" : "UDS"
    this.fulfillments.push({
      ...{ units, items, numbers },
      ...{ isForeign: false, isDeleted: false, deliveredAt: null },
      id: `ful_${this.fulfillments.length}`,
      carrier: this.strictness === "strict" ? null : lenient,
      shippedAt: null,
      canceledAt: null,
    })
  }

  private nextNumber(): string {
    const serial = ++this.boxes
    return this.strictness === "strict"
      ? NUMBERS[serial % NUMBERS.length]
      : `LX${String(serial).padStart(10, "0")}`
  }

  private reduce({ pick, units }: Extract<Change, { do: "reduce" }>): void {
    const index = pick % this.lines.length
    this.present[index] -= Math.min(units, this.free(index))
  }

  /** Fulfillments shipped within one millisecond keep an order. */
  private later(fulfillment: Fulfillment): Date {
    return new Date(Date.now() + this.fulfillments.indexOf(fulfillment))
  }

  /** Units of a line that no living fulfillment holds. */
  private free(index: number): number {
    return this.present[index] - unitsIn(this.living(), index)
  }

  private living(): Fulfillment[] {
    return this.fulfillments.filter(({ canceledAt }) => canceledAt === null)
  }

  /** What the order itself counts as fulfilled. */
  private recorded(): Fulfillment[] {
    return this.living().filter(({ isForeign }) => !isForeign)
  }

  private waiting(): Fulfillment[] {
    return this.living().filter(({ shippedAt, isDeleted }) => shippedAt === null && !isDeleted)
  }
}

function unitsIn(fulfillments: Fulfillment[], index: number): number {
  return fulfillments.reduce((sum, { units }) => sum + (units.get(index) ?? 0), 0)
}

function itemId(index: number): string {
  return `ordli_${index}`
}

/** Lines share their parts, as the kits of a store do, each with a required quantity of its own. */
function partId(part: number): string {
  return `iitem_${part}`
}
