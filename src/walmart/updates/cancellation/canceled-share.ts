import { cancellationsIn } from "../model/known-payloads"
import { highestTotal } from "./cancellation"
import type { CancellationPayload } from "../payloads/cancellation-payload"
import type { KnownUpdate } from "../model/update"

/** A line's units and price, as far as they decide what Walmart does not charge. */
export interface SharedLine {
  lineNumber: string
  /** Units ordered at Walmart. */
  ordered: number
  /** Units of the Medusa item at import. */
  imported: number
  /** Units that are left of it. */
  left: number
  /** Units that Walmart shows as canceled, also those before the import. */
  canceled: number
  /** Price of one unit at import with its tax, in major units. */
  price: number
}

/**
 * What Walmart does not charge the buyer of what was imported: units taken out in Medusa that are canceled at Walmart or about to
 * be. In major units. Pure.
 */
export function canceledShare(lines: SharedLine[], known: KnownUpdate[]): number {
  const cancellations = cancellationsIn(known.filter(stands))
  return lines.reduce((sum, line) => sum + line.price * canceledUnits(line, cancellations), 0)
}

/** A person dismisses a cancellation that Walmart does not get, and one that is superseded is not wanted. */
function stands({ status }: KnownUpdate): boolean {
  return status !== "dismissed" && status !== "superseded"
}

function canceledUnits(
  { lineNumber, ordered, imported, left, canceled }: SharedLine,
  cancellations: CancellationPayload[]
): number {
  const total = Math.max(canceled, highestTotal(cancellations, lineNumber))
  return Math.max(0, Math.min(imported - left, total - (ordered - imported)))
}
