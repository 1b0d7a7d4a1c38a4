import { SAMPLES } from "../../../src/walmart/__tests__/tracking-samples"
import { resolveCarrier } from "../../../src/walmart/carriers"
import { marketOf } from "../../../src/walmart/markets"
import { normalizeTrackingNumber } from "../../../src/walmart/tracking-number"
import type { OrderRow, Translation } from "../../../src/workflows/medusa-order"
import type { Change, Line } from "./steps"

type FulfillmentRow = OrderRow["fulfillments"][number]

interface Fulfillment {
  id: string
  /** Whole units by line index. */
  units: Map<number, number>
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

/** A Medusa order that obeys Medusa's rules; it counts whole units, and answers rows per inventory item as Medusa does. */
export class StoreOrder {
  private readonly present: number[]
  private readonly fulfillments: Fulfillment[] = []
  private canceledAt: Date | null = null
  private boxes = 0

  constructor(
    private readonly lines: Line[],
    private readonly strictness: "strict" | "lenient"
  ) {
    this.present = lines.map(({ quantity }) => quantity)
  }

  change(step: Change): void {
    if (this.canceledAt !== null) return
    const chosen = "pick" in step ? this.waiting()[step.pick % this.waiting().length] : undefined
    if (step.do === "fulfill") this.fulfill(step)
    else if (step.do === "reduce") this.reduce(step)
    else if (step.do === "ship" && chosen) chosen.shippedAt = this.later(chosen)
    else if (step.do === "cancel_fulfillment" && chosen) chosen.canceledAt = new Date()
    else if (step.do === "cancel_order" && this.living().length === 0) this.canceledAt = new Date()
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
    const items = this.lines.map(({ parts }, index) => ({
      id: itemId(index),
      detail: { quantity: this.present[index] },
      variant: {
        inventory_items: parts.map((required, part) => ({
          inventory_item_id: partId(part),
          required_quantity: required,
        })),
      },
    }))
    return {
      id: "order_1",
      display_id: 1,
      status: this.canceledAt === null ? "pending" : "canceled",
      canceled_at: this.canceledAt,
      updated_at: new Date(),
      items: items.filter(({ detail }) => detail.quantity > 0),
      fulfillments: this.fulfillments.map((fulfillment) => this.fulfillmentRow(fulfillment)),
    }
  }

  translation(reason: string): Translation {
    const chosen = this.fulfillments.filter(({ carrier }) => carrier !== null)
    return {
      lines: this.lines.map((_, index) => ({
        line_number: String(index + 1),
        line_item_id: itemId(index),
      })),
      recorded: [],
      choices: chosen.map(({ id, carrier }) => ({
        fulfillment_id: id,
        carrier,
        tracking_url: null,
        ship_anyway: false,
      })),
      carrierMap: {},
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
      marked_shipped_by: null,
      canceled_at: fulfillment.canceledAt,
      metadata: null,
      items: [...fulfillment.units].flatMap(([index, units]) => this.partRows(index, units)),
      labels: fulfillment.numbers.map((tracking_number) => ({
        tracking_number,
        tracking_url: "#",
      })),
    }
  }

  private partRows(index: number, units: number): FulfillmentRow["items"] {
    const { parts } = this.lines[index]
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
    const most = taken.reduce((sum, [, quantity]) => sum + quantity, 0)
    const numbers = Array.from({ length: Math.min(boxes, most) }, () => this.nextNumber())
    const lenient = this.boxes % 2 ? "OnTrac" : "UDS"
    this.fulfillments.push({
      id: `ful_${this.fulfillments.length}`,
      units: new Map(taken),
      numbers,
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

  private waiting(): Fulfillment[] {
    return this.living().filter(({ shippedAt }) => shippedAt === null)
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
