import type { Order } from "../../orders/order"
import { parcelNumber } from "../../carriers/formats/parcel-number"
import { normalizeTrackingNumber } from "../../carriers/tracking-number"
import { unitsShownUnder } from "../shipment/shipment"

/** Units that Walmart shows by line and number; what is taken once counts for nobody else. */
export class ShownUnits {
  private readonly taken = new Map<string, number>()

  constructor(private readonly order: Pick<Order, "lines">) {}

  /**
   * Takes units of a line that are shown under a number.
   * @param wanted most units that are taken
   * @param others units under the number that belong to others, and stay
   */
  take(lineNumber: string, trackingNumber: string, wanted: number, others: number): number {
    const key = `${lineNumber}:${parcelNumber(normalizeTrackingNumber(trackingNumber))}`
    const before = this.taken.get(key) ?? 0
    const free = unitsShownUnder(this.order, trackingNumber, lineNumber) - others - before
    const units = Math.max(0, Math.min(wanted, free))
    this.taken.set(key, before + units)
    return units
  }
}
