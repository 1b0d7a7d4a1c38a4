/**
 * A text as PostgreSQL can keep it: without NUL characters, and with a replacement character for each half of a character pair.
 * JSON may hold both, and a text is cut in the middle of a pair easily.
 */
export function cleanText(text: string): string {
  return text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD")
}
