/** Kinds of numbers that are no parcel's and are written in groups of their own. */
export type OtherKind = "phone" | "postal" | "order"

/** Phone numbers of North America, then those of Mexico and Chile; postal codes of the US (ZIP+4); order numbers of Amazon. */
const WRITINGS: readonly (readonly [OtherKind, RegExp])[] = [
  ["phone", /^(?:(?:00)?1[-. ])?\d{3}([-. ])\d{3}\1\d{4}$/],
  ["phone", /^\d{1,2}-\d{4}-\d{4}$/],
  ["postal", /^\d{5}[- ]\d{4}$/],
  ["order", /^(?:\d{3}|[A-Z]\d\d)-\d{7}-\d{7}$/i],
]

/** Longer texts are none of these. */
const LONGEST = 30

/** What a text is written like, by the length of its groups and what stands between them; `null` for anything else. */
export function otherKindOf(entered: string): OtherKind | null {
  if (entered.length > LONGEST) return null
  const text = entered
    .trim()
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\s/gu, " ")
  return WRITINGS.find(([, writing]) => writing.test(text))?.[0] ?? null
}
