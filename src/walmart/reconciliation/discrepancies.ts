import { canceledElsewhere } from "./figures/canceled-elsewhere"
import { priceDifference } from "./figures/changed-price"
import { isReadable } from "../updates/kinds"
import { type LineFigures, lineFigures, type Sides } from "./figures/line-figures"
import { refundDifferences } from "./figures/refund-figures"
import { type Discrepancy, difference } from "./figures/discrepancy"
import { type Phrase, phrase, say, saying } from "../words/phrase"
import { unlikeFulfillments } from "./unlike-fulfillments"
import { isUnfinished } from "../updates/model/update-status"

/**
 * Compares both sides of an order. While an update is unfinished, what it still wants to tell is no difference; one that this
 * version cannot read may be about anything, so a person settles that one first. Pure.
 */
export function findDiscrepancies(sides: Sides): Discrepancy[] {
  if (sides.walmart.readOnly) return []
  const unread = unreadable(sides)
  if (sides.known.some((update) => isUnfinished(update) && !isReadable(update))) return unread
  return [
    ...unread,
    ...lineFigures(sides).flatMap((line) => ofLine(line, sides)),
    ...unlikeFulfillments(sides),
    ...sides.unknownLines.flatMap(unknownLine),
    ...sides.facts.strangers.map(stranger),
    ...sides.facts.changedPrices.map((price) => priceDifference(price, sides.walmart.currency)),
    ...refundDifferences(sides),
  ]
}

/** What Walmart shows by now may be anything, so both sides cannot be said to agree. */
function unreadable({ unread, readAt }: Sides): Discrepancy[] {
  if (!unread) return []
  const [since, known] = [unread.since, readAt ?? 0].map((ms) => new Date(ms).toISOString())
  return [difference(say("walmart_unreadable", { since, known, why: unread.why }))]
}

type Rule = (line: LineFigures, sides: Sides) => Finding | null

/** What a rule found about a line, in units. */
interface Finding {
  code: LineCode
  units: number
  /** What the remedy of the texts names. */
  about?: { ordered?: number; closedAs?: "completed" | "archived" }
  /** Walmart still waits for them; left out, it does not. */
  isOpen?: boolean
}

/** Codes of differences of a line's units. */
type LineCode =
  | "shipped_only_in_medusa"
  | "canceled_only_in_medusa"
  | "canceled_only_at_walmart"
  | "shipped_only_at_walmart"
  | "returned_only_in_medusa"
  | "more_units_in_medusa"
  | "unknown_at_walmart"
  | "closed_with_open_units"

const RULES: Rule[] = [
  shippedOnlyInMedusa,
  canceledOnlyInMedusa,
  canceledOnlyAtWalmart,
  shippedOnlyAtWalmart,
  returnedOnlyInMedusa,
  moreInMedusa,
  unknownAtWalmart,
  closedWithOpenUnits,
]

function ofLine(line: LineFigures, sides: Sides): Discrepancy[] {
  return RULES.flatMap((rule) => {
    const found = rule(line, sides)
    return found && found.units > 0 ? [described(line, found)] : []
  })
}

function described(line: LineFigures, found: Finding): Discrepancy {
  const { code, isOpen = false } = found
  const { lineNumber } = line
  const message = [
    phrase(code, "message", { line: lineNumber, units: found.units }),
    ...bothSides(line),
  ]
  return difference(
    { code, ...saying({ message, remedy: [remedyOf(found)] }) },
    { lineNumber, isOpen }
  )
}

function remedyOf({ code, isOpen, about = {} }: Finding): Phrase {
  switch (code) {
    case "shipped_only_in_medusa":
    case "canceled_only_in_medusa":
      return phrase(code, isOpen ? "remedy_open" : "remedy", {})
    case "more_units_in_medusa":
      return phrase(code, "remedy", { ordered: about.ordered ?? 0 })
    case "closed_with_open_units":
      return phrase(code, `remedy_${about.closedAs ?? "completed"}`, {})
    default:
      return phrase(code, "remedy", {})
  }
}

function bothSides({ ordered, medusa, walmart }: LineFigures): Phrase[] {
  const isReturned = medusa.returned > 0
  const isRefunded = walmart.refunded > 0
  return [
    phrase("figures", isReturned ? "message_medusa_returned" : "message_medusa", medusa),
    phrase("figures", isRefunded ? "message_walmart_refunded" : "message_walmart", {
      ...walmart,
      ordered,
    }),
  ]
}

function shippedOnlyInMedusa({ medusa, walmart, unfinished }: LineFigures): Finding {
  const units = medusa.shipped - walmart.shipped - unfinished.shipped
  const isOpen = walmart.open > 0
  return {
    code: "shipped_only_in_medusa",
    units,
    isOpen,
  }
}

function canceledOnlyInMedusa({ medusa, walmart, unfinished }: LineFigures): Finding {
  const units = medusa.canceled - Math.max(walmart.canceled, unfinished.canceled)
  const isOpen = walmart.open > 0
  return {
    code: "canceled_only_in_medusa",
    units,
    isOpen,
  }
}

function canceledOnlyAtWalmart(line: LineFigures): Finding {
  return { code: "canceled_only_at_walmart", units: canceledElsewhere(line) }
}

/** Units that Medusa has canceled are not among them; those are the cancellation's difference. */
function shippedOnlyAtWalmart(line: LineFigures): Finding {
  const { medusa, walmart } = line
  const canceled = Math.max(0, canceledOnlyAtWalmart(line).units)
  return {
    code: "shipped_only_at_walmart",
    units: Math.min(walmart.shipped - medusa.shipped, medusa.open - canceled),
  }
}

function returnedOnlyInMedusa({ medusa, walmart, handledReturns }: LineFigures): Finding {
  return {
    code: "returned_only_in_medusa",
    units: medusa.returned - Math.max(walmart.refunded, handledReturns),
  }
}

function moreInMedusa({ ordered, medusa }: LineFigures, sides: Sides): Finding {
  return {
    code: "more_units_in_medusa",
    units: sides.medusa.canceledAt === null ? medusa.present - ordered : 0,
    about: { ordered },
  }
}

/** Walmart shows a line with fewer units than were ordered, or not at all any more, and says nothing of what became of the others. */
function unknownAtWalmart({ ordered, medusa, walmart }: LineFigures): Finding {
  const waiting = walmart.open + walmart.held
  const told = waiting + walmart.shipped + walmart.canceled
  return { code: "unknown_at_walmart", units: Math.min(ordered - told, medusa.open - waiting) }
}

function closedWithOpenUnits({ medusa, walmart }: LineFigures, { facts }: Sides): Finding | null {
  if (facts.closedAs === null) return null
  return {
    code: "closed_with_open_units",
    units: Math.min(medusa.open, walmart.open),
    about: { closedAs: facts.closedAs },
  }
}

function unknownLine({ lineNumber, sku, open }: Sides["unknownLines"][number]): Discrepancy[] {
  if (open === 0) return []
  const said = say("line_unknown", { line: lineNumber, sku, units: open }, "difference")
  return [difference(said, { lineNumber, isOpen: true })]
}

function stranger({ title, quantity }: Sides["facts"]["strangers"][number]): Discrepancy {
  return difference(say("item_unknown", { units: quantity, title }))
}
