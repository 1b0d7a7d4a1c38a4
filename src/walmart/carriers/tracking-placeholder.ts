import { strongestFit } from "./carrier-recognition"

const WORDS = new Set(
  `NA NONE NIL NULL NAN UNDEFINED TBD TBA TBC PENDING UNKNOWN TODO LATER SOON COMINGSOON ASDF ASDFASDF MANUAL UNTRACKED
  TRACKING TRACKINGNUMBER TRACKINGID TRACKINGNO NOTRACKING NOTRACKINGNUMBER NONTRACKED NOTTRACKED NOTAPPLICABLE NOTAVAILABLE
  NOTYET PLACEHOLDER EXAMPLE SAMPLE DUMMY FAKE PICKUP LOCALPICKUP HANDDELIVERED HANDDELIVERY LETTER STAMP SHIPPED WAITING AWAITING
  AWAITINGLABEL WAITINGFORLABEL QWERTY QWERTZ AZERTY
  PENDIENTE PRUEBA EJEMPLO DESCONOCIDO SINGUIA SINNUMERO SINRASTREO SINSEGUIMIENTO NOAPLICA NODISPONIBLE PORDEFINIR PORCONFIRMAR
  PORASIGNAR NINGUNO ENATTENTE AVENIR ESSAI EXEMPLE INCONNU AUCUN SANSNUMERO SANSSUIVI NONDISPONIBLE NONAPPLICABLE
  AUSSTEHEND FOLGT UNBEKANNT BEISPIEL OHNENUMMER OHNESENDUNGSNUMMER KEINE KEINENUMMER KEINESENDUNGSNUMMER
  NICHTVERFUGBAR NICHTVERFUEGBAR`.split(/\s+/)
)

const RUNS = ["1234567890", "0123456789", "9876543210"].map((run) => run.repeat(5))

/** Shorter parts of a run are in genuine numbers by chance. */
const SHORTEST_RUN = 8

/** What programs write for what they do not show. */
const MASKED = /(?:^|\d)X{4,}\d|\dX{4,}$/

/** Carrier prefixes people keep before they fill up a field. */
const FILLED = /^(?:1Z|9400|9[2-5])?(.)\1*$/
const TAIL_OF_ONE_CHARACTER = /(.)\1{11}$/
/** Letters at most, and then one digit again and again, or zeros with one other digit among them. */
const FILLED_WITH_DIGITS = /^(?:[A-Z]{0,4}(\d)\1{5,}|([A-Z])\2{2,}(\d)\3{2,}|(?=\d{8})0*[1-9]0*)$/
const NAMED_TEST = /^(?:TEST(?:ING)?|TRACK(?:ING)?)\d*$/

/** Words of two and three letters are the beginning of genuine numbers, except these. */
const SHORT_WORDS = ["TBD", "TBA", "TBC", "PO", "SKU", "INV", "UPC", "EAN", "TEL", "RMA"]

/** What people have other numbers of, sales, buyers, goods and phones, and what they type without looking. */
const NUMBERED = `ABCD ABCDE ABCDEF ABCDEFG ABCDEFGH QWER HELLO FOOBAR PASSWORD ADMIN
  ORDER ORDERNO ORDERID SALESORDER INVOICE CUSTOMER CUSTOMERID PHONE FACTURA PEDIDO ORDEN CLIENTE TELEFONO FACTURE COMMANDE CLIENT
  TELEPHONE RECHNUNG BESTELLUNG KUNDE TELEFON GTIN ISBN ASIN`.split(/\s+/)

const LONG_WORDS = [...WORDS, ...NUMBERED].filter((word) => word.length > 3)

const FURTHER_WORDS = ["NO", "NOT", "YET", "FOR", "LABEL", "NUMBER", "NR", "ID", "SUIVI", "GUIA"]

/** A placeholder's word with digits and further words behind it: "pending12345", "waiting4label", "PO 12345678". */
const NUMBERED_WORD = new RegExp(
  `^(?:${[...LONG_WORDS, ...SHORT_WORDS].join("|")})(?:${[...LONG_WORDS, ...FURTHER_WORDS].join("|")})*\\d+(?:\\d|${FURTHER_WORDS.join("|")})*$`
)

/** A few digits again and again: "1234512345". */
const REPEATED_BLOCK = /^(\d{2,5})\1+$/

const SHORTEST_REPETITION = 8

/** Words or blocks that fill up a field. A genuine number may look like that by chance, or have a word glued on to it. */
function isMadeUp(letters: string): boolean {
  const fit = strongestFit(letters)
  const isRepeated = letters.length >= SHORTEST_REPETITION && REPEATED_BLOCK.test(letters)
  if (isRepeated || FILLED_WITH_DIGITS.test(letters)) {
    return fit === null || fit.certainty === "possible"
  }
  if (fit === null && MASKED.test(letters)) return true
  const rest = letters.replace(/^[A-Z]+/, "")
  return fit === null && NUMBERED_WORD.test(letters) && strongestFit(rest) === null
}

/**
 * Whether a normalized number is what people type to get past a required field: punctuation alone, words like "n/a" or
 * "pending", also with digits behind them, one repeated character or block, or digits counted up or down.
 */
export function isPlaceholder(number: string): boolean {
  const plain = number.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase()
  // Letters of other scripts are a wrong number with its own explanation.
  if (number.length > 50 || /[^\x20-\x7e]/.test(plain)) {
    return false
  }
  const letters = plain.replace(/[^0-9A-Z]/g, "")
  return (
    letters === "" ||
    WORDS.has(letters) ||
    isRun(letters) ||
    [FILLED, TAIL_OF_ONE_CHARACTER, NAMED_TEST].some((pattern) => pattern.test(letters)) ||
    isMadeUp(letters)
  )
}

/** Digits counted up or down, from either end or, if they are many, from anywhere. */
function isRun(letters: string): boolean {
  const isLong = letters.length >= SHORTEST_RUN
  return (
    letters.length > 2 &&
    RUNS.some((run) => run.startsWith(letters) || (isLong && run.includes(letters)))
  )
}

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"

/** Days as people and programs write them, whatever of the clock follows. */
const DAYS = [
  "20\\d\\d([-./])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])",
  "(?:0?[1-9]|[12]\\d|3[01])([-./])(?:0?[1-9]|[12]\\d|3[01])\\2(?:20)?\\d\\d",
  `(?:0?[1-9]|[12]\\d|3[01])[-./ ]?(?:${MONTHS})[-./ ]?20\\d\\d`,
  "20\\d{6}(?=T)",
].join("|")

const CLOCK = "(?:[T\\s]+\\d{1,2}(?:[:.h]\\d{2}.*|\\s?[ap]m)|T\\d{4,6}Z?)"

const DAY = new RegExp(`^(?:${DAYS})${CLOCK}?$`, "i")

/** Whether what was entered is a day, with its signs: digits without signs may be a number. */
export function isDay(entered: string): boolean {
  return entered.length <= 50 && DAY.test(entered.trim())
}
