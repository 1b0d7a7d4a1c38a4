/** What programs without Unicode write in a language of the admin; others write Western European. */
const OLD_CODES: Record<string, string> = { ja: "shift_jis" }

/** What stands for bytes that are no UTF-8. */
const UNREADABLE = "\uFFFD"

/**
 * The text of a CSV as spreadsheets save it: UTF-8, "Unicode text", which is UTF-16, or "CSV" alone, which is in the code of the
 * computer's language. Pure.
 */
export function textOfFile(bytes: Uint8Array, language: string): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  const text = new TextDecoder().decode(bytes)
  const isUtf8 = !text.includes(UNREADABLE)
  return isUtf8 ? text : new TextDecoder(OLD_CODES[language] ?? "windows-1252").decode(bytes)
}

/** How workbooks begin, the newer ones as any ZIP file; no list begins so. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/** Whether a file is a workbook itself (.xlsx, .xls, .ods) instead of a list that was saved from one. Pure. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return WORKBOOKS.some((start) => start.every((byte, place) => bytes[place] === byte))
}
