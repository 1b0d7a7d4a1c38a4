import type { EarlierPackage } from "./planned-order"
import {
  goneEntries,
  goneUnits,
  lineQuantities,
  type LineStatusEntry,
  type Order,
  type OrderLine,
} from "../orders/order"
import { remainingUnits } from "./order-money"

/** Units of a line that had left, and of those the ones that had arrived; never more than are left of the line. */
export function unitsGone(line: OrderLine): { shipped: number; delivered: number } {
  const quantities = lineQuantities(line)
  const shipped = Math.min(remainingUnits(line), goneUnits(line.quantity, quantities))
  return { shipped, delivered: Math.min(shipped, quantities.delivered) }
}

/** Packages that were on their way before the import, one per carrier and tracking number. */
export function earlierPackages(order: Order): EarlierPackage[] {
  const packages = new Map<string, EarlierPackage>()
  for (const line of order.lines) {
    let left = unitsGone(line).shipped
    for (const entry of goneEntries(line)) {
      const units = Math.min(left, entry.quantity)
      if (units > 0) addUnits(packages, entry, line.lineNumber, units)
      left -= units
    }
  }
  return [...packages.values()]
}

function addUnits(
  packages: Map<string, EarlierPackage>,
  entry: LineStatusEntry,
  lineNumber: string,
  quantity: number
): void {
  const key = JSON.stringify([entry.package?.carrier, entry.package?.trackingNumber])
  const found = packages.get(key) ?? { package: entry.package, delivered: true, lines: [] }
  packages.set(key, found)
  found.delivered = found.delivered && entry.status === "Delivered"
  const line = found.lines.find((units) => units.lineNumber === lineNumber)
  if (line) line.quantity += quantity
  else found.lines.push({ lineNumber, quantity })
}
