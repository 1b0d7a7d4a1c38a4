import type { OrderLine } from "../orders/order"
import { cancellationsIn } from "../updates/model/known-payloads"
import type { KnownUpdate } from "../updates/model/update"
import type { MirrorAction } from "./action"
import { sumOfUnits } from "../common/units"
import { unitsIn } from "../updates/payloads/units-in"

/** A SKU of which units are free again. */
export interface FreedStock {
  sku: string
  /** Walmart has set it to 0 for this, so that it must not be offered again before somebody has counted it. */
  isZeroed: boolean
}

/** What is known of an order whose units come free. */
export interface FreedFrom {
  lines: Pick<OrderLine, "lineNumber" | "sku" | "statuses">[]
  known: KnownUpdate[]
  /** Codes of the reasons after which Walmart sets the stock to 0. */
  zeroingReasons: string[]
}

/** SKUs of which an action frees units that were canceled at Walmart by other hands, each once. Pure. */
export function freedStock(action: MirrorAction, from: FreedFrom): FreedStock[] {
  const lines = from.lines.filter(({ lineNumber }) => frees(action, lineNumber))
  return [...new Set(lines.map(({ sku }) => sku))].map((sku) => ({
    sku,
    isZeroed: lines.some((line) => line.sku === sku && isZeroedElsewhere(line, from)),
  }))
}

function frees(action: MirrorAction, lineNumber: string): boolean {
  if (action.kind === "cancel_order") return true
  return action.kind === "take_out" && action.lines.some((units) => units.lineNumber === lineNumber)
}

/** What this plugin canceled for such a reason has its recount already. */
function isZeroedElsewhere(
  { lineNumber, statuses }: FreedFrom["lines"][number],
  { known, zeroingReasons }: FreedFrom
): boolean {
  const shown = statuses
    .filter(({ status }) => status === "Cancelled")
    .filter(({ cancellationReason: reason }) => zeroingReasons.includes(reason ?? ""))
  const told = cancellationsIn(known.filter(({ status }) => status === "sent"))
  const zeroing = told.filter(({ reason }) => zeroingReasons.includes(reason))
  return sumOfUnits(shown) > unitsIn(zeroing, lineNumber)
}
