import { priceDifference } from "./figures/changed-price"
import { isReadable } from "../updates/kinds"
import { type LineFigures, lineFigures, type Sides } from "./figures/line-figures"
import { refundDifferences } from "./figures/refund-figures"
import { type Discrepancy, type DiscrepancyCode, singleDifference } from "./figures/discrepancy"
import { unlikeFulfillments } from "./unlike-fulfillments"

/**
 * Compares both sides of an order. While an update is unfinished, what it still wants to tell is no difference; one that this
 * version cannot read may be about anything, so a person settles that one first. Pure.
 */
export function findDiscrepancies(sides: Sides): Discrepancy[] {
  if (sides.walmart.readOnly) return []
  if (sides.known.some((update) => UNFINISHED.has(update.status) && !isReadable(update))) return []
  return [
    ...lineFigures(sides).flatMap((line) => ofLine(line, sides)),
    ...unlikeFulfillments(sides),
    ...sides.unknownLines.flatMap(unknownLine),
    ...sides.facts.strangers.map(stranger),
    ...sides.facts.changedPrices.map(priceDifference),
    ...refundDifferences(sides),
  ]
}

const UNFINISHED = new Set(["pending", "needs_attention"])

type Rule = (line: LineFigures, sides: Sides) => Finding | null

/** What a rule found about a line, in units. */
interface Finding {
  code: DiscrepancyCode
  units: number
  remedy: string
  /** Walmart still waits for them; left out, it does not. */
  isOpen?: boolean
}

const RULES: Rule[] = [
  shippedOnlyInMedusa,
  canceledOnlyInMedusa,
  canceledOnlyAtWalmart,
  shippedOnlyAtWalmart,
  returnedOnlyInMedusa,
  moreInMedusa,
  closedWithOpenUnits,
]

function ofLine(line: LineFigures, sides: Sides): Discrepancy[] {
  return RULES.flatMap((rule) => {
    const found = rule(line, sides)
    return found && found.units > 0 ? [described(line, found)] : []
  })
}

function described(
  line: LineFigures,
  { code, units, remedy, isOpen = false }: Finding
): Discrepancy {
  const { lineNumber } = line
  const figures = bothSides(line)
  const message = `Line ${lineNumber}: ${WORDS[code] ?? ""} (${units}). ${figures}`
  return { key: `${code} ${message}`, code, lineNumber, message, remedy, isOpen }
}

const WORDS: Partial<Record<DiscrepancyCode, string>> = {
  shipped_only_in_medusa: "units are shipped in Medusa and not at Walmart",
  canceled_only_in_medusa: "units are canceled in Medusa and not at Walmart",
  canceled_only_at_walmart: "units are canceled at Walmart and still to be shipped in Medusa",
  shipped_only_at_walmart: "units are shipped at Walmart and not in Medusa",
  returned_only_in_medusa: "units came back in Medusa and are not refunded at Walmart",
  more_units_in_medusa: "Medusa has more units than Walmart ordered",
  closed_with_open_units: "the order is closed in Medusa while units are open",
}

function bothSides({ ordered, medusa, walmart }: LineFigures): string {
  const back = medusa.returned > 0 ? `, ${medusa.returned} returned` : ""
  const refunded = walmart.refunded > 0 ? `, ${walmart.refunded} refunded` : ""
  return (
    `Medusa: ${medusa.open} open, ${medusa.shipped} shipped, ${medusa.canceled} canceled${back}. ` +
    `Walmart, of ${ordered} ordered: ${walmart.open} open, ${walmart.shipped} shipped, ${walmart.canceled} canceled${refunded}.`
  )
}

function shippedOnlyInMedusa({ medusa, walmart, unfinished }: LineFigures): Finding {
  const units = medusa.shipped - walmart.shipped - unfinished.shipped
  const isOpen = walmart.open > 0
  return {
    code: "shipped_only_in_medusa",
    units,
    isOpen,
    remedy: isOpen
      ? "Ship these units in Seller Center with the parcel's tracking number, then refresh the order. If the parcel did not leave, dismiss the difference with a note and fulfill the units again in Seller Center."
      : "Stop the parcel if you can. If it has left, settle it with the buyer in Seller Center. Then dismiss the difference with a note.",
  }
}

function canceledOnlyInMedusa({ medusa, walmart, unfinished }: LineFigures): Finding {
  const units = medusa.canceled - Math.max(walmart.canceled, unfinished.canceled)
  const isOpen = walmart.open >= units
  return {
    code: "canceled_only_in_medusa",
    units,
    isOpen,
    remedy: isOpen
      ? "Cancel these units in Seller Center, then refresh the order."
      : "What is shipped at Walmart can only be refunded, in Seller Center. Then dismiss the difference with a note.",
  }
}

function canceledOnlyAtWalmart({ medusa, walmart }: LineFigures): Finding {
  return {
    code: "canceled_only_at_walmart",
    units: Math.min(walmart.canceled - medusa.canceled, medusa.open),
    remedy:
      "Do not ship these units. Cancel their fulfillment if there is one, then cancel the units in the Walmart box; Walmart is not told again.",
  }
}

/** Units that Medusa has canceled are not among them; those are the cancellation's difference. */
function shippedOnlyAtWalmart(line: LineFigures): Finding {
  const { medusa, walmart } = line
  const canceled = Math.max(0, canceledOnlyAtWalmart(line).units)
  return {
    code: "shipped_only_at_walmart",
    units: Math.min(walmart.shipped - medusa.shipped, medusa.open - canceled),
    remedy:
      "Do not ship these units a second time. Fulfill and ship them here with the tracking number that Walmart shows; it is not told again. If no parcel has left, settle it in Seller Center.",
  }
}

function returnedOnlyInMedusa({ medusa, walmart, handledReturns }: LineFigures): Finding {
  return {
    code: "returned_only_in_medusa",
    units: medusa.returned - Math.max(walmart.refunded, handledReturns),
    remedy:
      "The buyer began no return of them at Walmart, so no refund follows. Refund the buyer in Seller Center, then refresh the order.",
  }
}

function moreInMedusa({ ordered, medusa }: LineFigures, sides: Sides): Finding {
  return {
    code: "more_units_in_medusa",
    units: sides.medusa.canceledAt === null ? medusa.present - ordered : 0,
    remedy: `Take the surplus out of the order again, so that ${ordered} are left. What has left beyond that is not the buyer's order; ask for it back.`,
  }
}

function closedWithOpenUnits({ medusa, walmart }: LineFigures, { facts }: Sides): Finding | null {
  if (facts.closedAs === null) return null
  return {
    code: "closed_with_open_units",
    units: Math.min(medusa.open, walmart.open),
    remedy: `Walmart still expects them, although the order is ${facts.closedAs} here. Fulfill and ship them, or cancel them in the Walmart box.`,
  }
}

function unknownLine({ lineNumber, sku, open }: Sides["unknownLines"][number]): Discrepancy[] {
  if (open === 0) return []
  const message = `Walmart shows line ${lineNumber} (${sku}) with ${open} open unit(s), and the Medusa order has no such line.`
  return [
    {
      key: `line_unknown ${message}`,
      code: "line_unknown",
      lineNumber,
      message,
      isOpen: true,
      remedy: "Ship or cancel this line in Seller Center, then refresh the order.",
    },
  ]
}

function stranger({ title, quantity }: Sides["facts"]["strangers"][number]): Discrepancy {
  return singleDifference(
    "item_unknown",
    `The Medusa order has ${quantity} × ${title}, which Walmart did not order.`,
    "Nothing of it is sent to Walmart. Take it out of the order by an edit; what the buyer shall have, the buyer orders at Walmart. If it is meant so, dismiss the difference with a note."
  )
}
