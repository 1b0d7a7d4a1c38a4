/** What a scanner sends before a bar code to name its kind, as "]C1". */
const SYMBOLOGY = /^\s*\][A-Za-z][0-9A-Za-z]/

/** The sign between the parts of a bar code, as scanners and label programs write it. */
const GROUP_SEPARATOR = /\{FNC1\}|<(?:GS|FNC1)>|[\u2400-\u241f]/gi

/** What a bar code's parts mean (GS1, and DHL's J), which labels print in brackets before digits; area codes have three digits. */
const PART_NAME = /\((00|420|9[1-6](?:\d\d)?|96\d{5}|J|JJD)\)(?=\s*(?:\d|JD\d))/g

/**
 * The text as a keyboard of plain letters would have it: the wide letters, digits and signs of East Asian keyboards as those they
 * stand for, "N°" as "Nº", without what a scanner adds and without brackets around the parts of a bar code.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(SYMBOLOGY, "")
    .replace(GROUP_SEPARATOR, "")
    .replace(PART_NAME, "$1")
    .replace(/\bN\u00b0/gi, "N\u00ba")
}
