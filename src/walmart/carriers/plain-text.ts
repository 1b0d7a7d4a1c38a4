/** What a scanner sends before a bar code to name its kind, as "]C1". */
const SYMBOLOGY = /^\s*\][A-Za-z][0-9A-Za-z]/

/** The sign between the parts of a bar code, as scanners and label programs write it. */
const GROUP_SEPARATOR = /\{FNC1\}|<(?:GS|FNC1)>|[\u2400-\u241f]/gi

/** What a bar code's parts mean (GS1, and DHL's J), which labels print in brackets before digits; area codes have three digits. */
const PART_NAME = /\((00|420|9[1-6](?:\d\d)?|96\d{5}|J|JJD)\)(?=\s*(?:\d|JD\d))/g

/** A cell that a spreadsheet took for a quantity; it keeps 15 digits at most. */
const WITH_DECIMALS = /^(\s*'?\d{8,15})\.0+(?=\s*$)/

/**
 * The text as a keyboard of plain letters would have it: digits of every script, and the wide or ornate letters and signs that stand for
 * plain ones, as these, "N°" as "Nº", without what a scanner or a spreadsheet adds and without brackets around the parts of a bar code.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]|[\u{1D400}-\u{1D7FF}]/gu, (wide) => wide.normalize("NFKC"))
    .replace(/[^\P{Nd}0-9]/gu, asciiDigit)
    .replace(WITH_DECIMALS, "$1")
    .replace(SYMBOLOGY, "")
    .replace(GROUP_SEPARATOR, "")
    .replace(PART_NAME, "$1")
    .replace(/\bN\u00b0/gi, "N\u00ba")
}

const DIGIT = /\p{Nd}/u

/** The digit that one of another script stands for: Unicode has the ten of each script, from zero up, in a row. */
function asciiDigit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  let before = code - 1
  while (DIGIT.test(String.fromCodePoint(before))) before--
  return String((code - before - 1) % 10)
}
