import type { WalmartErrorDetail } from "../api/errors/errors"

/** One refusal that is understood: why Walmart said no and what a person can do. */
export interface RefusalText {
  code: string
  /** Tells this refusal by Walmart's code, field or words. */
  matches: (detail: WalmartErrorDetail) => boolean
  cause: string
  remedy: string
}

const inText = (pattern: RegExp) => (detail: WalmartErrorDetail) => pattern.test(detail.description)

/** The words in this order, anything between them. One pattern with `.*` in it would need the square of a hostile text's time. */
const inOrder =
  (...words: RegExp[]) =>
  (detail: WalmartErrorDetail) => {
    let rest: string | null = detail.description
    for (const word of words) rest = behind(rest, word)
    return rest !== null
  }

/** What follows the first place where a text says something, null when it does not. */
function behind(text: string | null, word: RegExp): string | null {
  const found = text === null ? null : word.exec(text)
  return text === null || found === null ? null : text.slice(found.index + found[0].length)
}

const anyOf =
  (...ways: ((detail: WalmartErrorDetail) => boolean)[]) =>
  (detail: WalmartErrorDetail) =>
    ways.some((matches) => matches(detail))

const inCode = (pattern: RegExp) => (detail: WalmartErrorDetail) =>
  pattern.test(detail.code) || pattern.test(detail.description)

/**
 * Texts seen in practice (docs/walmart-api.md, "Errors"); the first that matches wins. They explain, they never decide. The entries come
 * from an error body, where they were cut to a sentence or two.
 */
const REFUSAL_TEXTS: RefusalText[] = [
  {
    code: "method_code_mismatch",
    matches: (detail) =>
      detail.field?.toLowerCase() === "methodcode" || /method ?code/i.test(detail.description),
    cause: "The ship method is not the one the order was placed with.",
    remedy: "Refresh the order from Walmart, then retry: the order's own ship method is sent.",
  },
  {
    code: "already_shipped",
    matches: inText(/is in (SHIPPED|DELIVERED) status/i),
    cause: "Walmart has these units as shipped already.",
    remedy:
      "Refresh the order and compare the tracking number. If it is right, dismiss this update; if not, correct the tracking.",
  },
  {
    code: "already_canceled",
    matches: inText(/is in CANCELL?ED status/i),
    cause: "Walmart has these units as canceled already.",
    remedy: "Do not ship them. Refresh the order, then dismiss this update with a note.",
  },
  {
    code: "too_many_units",
    matches: inText(/over ?shipped/i),
    cause: "More units were reported than are still open on the Walmart order.",
    remedy:
      "Refresh the order and look at what is already shipped or canceled, then correct the quantity or dismiss this update.",
  },
  {
    code: "already_past_acknowledgment",
    matches: inText(/higher status/i),
    cause: "The order is already further than acknowledged.",
    remedy: "Nothing is lost: refresh the order, then dismiss this update.",
  },
  {
    code: "customer_asked_to_cancel",
    matches: anyOf(
      inText(/intent ?to ?cancel/i),
      inOrder(/customer|buyer/i, /requested|asked/i, /cancel/i),
      inOrder(/cancel/i, /requested/i)
    ),
    cause: "The customer asked Walmart to cancel this line.",
    remedy:
      "Cancel the line with the reason that the customer asked for it, or confirm that it is shipped all the same.",
  },
  {
    code: "label_hazardous_material",
    matches: inCode(/LS-1010/),
    cause: "Walmart's shipping label cannot be made because the item counts as hazardous material.",
    remedy: "Correct the item's hazard data at Walmart or ship with another carrier, then retry.",
  },
  {
    code: "label_customs_data_missing",
    matches: inCode(/LH-4022/),
    cause: "The customs data of an item is incomplete (HS code, country of origin or product URL).",
    remedy: "Complete the item's data in Walmart's Seller Center, then retry.",
  },
  {
    code: "label_carrier_failed",
    matches: inCode(/LS-3101/),
    cause: "The carrier did not make Walmart's shipping label, or the shipment is not eligible.",
    remedy:
      "It is retried automatically. If it stays, check in Seller Center whether the shipment is eligible.",
  },
  {
    code: "tracking_number_invalid",
    matches: anyOf(
      inOrder(/tracking ?(number|no|id)/i, /invalid|not valid/i),
      inOrder(/invalid/i, /tracking/i)
    ),
    cause: "Walmart does not accept the tracking number.",
    remedy: "Compare the number with the label and check the carrier, correct it, then retry.",
  },
  {
    code: "ship_date_invalid",
    matches: inOrder(/ship ?(date|datetime|ping date)/i, /past|future|invalid|before|earlier/i),
    cause: "Walmart does not accept the ship date.",
    remedy: "Check the date of the shipment (and this server's clock), correct it, then retry.",
  },
  {
    code: "date_format",
    matches: inText(/invalid date format/i),
    cause: "Walmart cannot read a date that was sent.",
    remedy: "Report this as a bug of the plugin, with the correlation id.",
  },
]

/** The refusal that an error entry of Walmart means, undefined for words nobody has seen yet. */
export function refusalTextFor(detail: WalmartErrorDetail): RefusalText | undefined {
  return REFUSAL_TEXTS.find(({ matches }) => matches(detail))
}
