import type { WalmartErrorDetail } from "../api/errors/errors"
import type { REFUSAL_TEXTS } from "../words/texts/refusal-texts"

/** A refusal that is understood: its texts say why Walmart said no and what a person can do. */
type Refusal = keyof typeof REFUSAL_TEXTS

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
const KNOWN: { code: Refusal; matches: (detail: WalmartErrorDetail) => boolean }[] = [
  {
    code: "method_code_mismatch",
    matches: (detail) =>
      detail.field?.toLowerCase() === "methodcode" || /method ?code/i.test(detail.description),
  },
  {
    code: "already_shipped",
    matches: inText(/is in (SHIPPED|DELIVERED) status/i),
  },
  {
    code: "already_canceled",
    matches: inText(/is in CANCELL?ED status/i),
  },
  {
    code: "too_many_units",
    matches: inText(/over ?shipped/i),
  },
  {
    code: "already_past_acknowledgment",
    matches: inText(/higher status/i),
  },
  {
    code: "customer_asked_to_cancel",
    matches: anyOf(
      inText(/intent ?to ?cancel/i),
      inOrder(/customer|buyer/i, /requested|asked/i, /cancel/i),
      inOrder(/cancel/i, /requested/i)
    ),
  },
  {
    code: "label_hazardous_material",
    matches: inCode(/LS-1010/),
  },
  {
    code: "label_customs_data_missing",
    matches: inCode(/LH-4022/),
  },
  {
    code: "label_carrier_failed",
    matches: inCode(/LS-3101/),
  },
  {
    code: "tracking_number_invalid",
    matches: anyOf(
      inOrder(/tracking ?(number|no|id)/i, /invalid|not valid/i),
      inOrder(/invalid/i, /tracking/i)
    ),
  },
  {
    code: "ship_date_invalid",
    matches: inOrder(/ship ?(date|datetime|ping date)/i, /past|future|invalid|before|earlier/i),
  },
  {
    code: "date_format",
    matches: inText(/invalid date format/i),
  },
]

/** The refusal that an error entry of Walmart means, undefined for words nobody has seen yet. */
export function refusalOf(detail: WalmartErrorDetail): Refusal | undefined {
  return KNOWN.find(({ matches }) => matches(detail))?.code
}
