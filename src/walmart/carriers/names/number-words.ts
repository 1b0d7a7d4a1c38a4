/** Words for a parcel's number, in the admin's languages and as carriers print them, without accents; "de guía" follows a "No.". */
const NUMBER_WORDS = new Set(
  `TRACKING TRACK TRACKINGNUMBER TRACKINGNO TRACKINGID TRK WAYBILL AWB TN PRO PIN
  GUIA RASTREO SEGUIMIENTO DEGUIA DERASTREO DESEGUIMIENTO DEENVIO NUMERODEGUIA NUMERODERASTREO NUMERODESEGUIMIENTO NUMERODEENVIO
  CODIGODERASTREO CODIGODESEGUIMIENTO NDEGUIA NDEENVIO ORDENDETRANSPORTE ORDENDEFLETE
  SUIVI REPERAGE DESUIVI DEREPERAGE DECOLIS NUMERODESUIVI NUMERODEREPERAGE NUMERODECOLIS NDESUIVI NDEREPERAGE
  SENDUNGSNUMMER SENDUNGSVERFOLGUNG PAKETNUMMER TRACKINGNUMMER 追跡番号 送り状番号 伝票番号 お問い合わせ番号`.split(
    /\s+/
  )
)

/** What else people write and labels print beside a number; read like a carrier's name. */
const OTHER_WORDS = new Set(
  `NUMBER NUM NO NR NBR ID CODE LABEL CARRIER PACKAGE PARCEL PKG SHIPMENT SHIPPED SHIPPING SENT VIA WITH BY IS THE MY COURIER
  GROUND EXPRESS PRIORITY MAIL FIRST CLASS HOME DELIVERY FREIGHT AIR NEXT SECOND DAY OVERNIGHT SMARTPOST ECONOMY STANDARD SELECT
  SAVER ADVANTAGE SUREPOST INTERNATIONAL DOMESTIC YOUR 2ND 2DAY 3DAY WORLDWIDE EXPEDITED REF CERTIFIED REGISTERED SIGNATURE
  CONFIRMATION COLIS`.split(/\s+/)
)

/** Whether a word, or several without their spaces, is one that stands beside numbers and belongs to none. */
export function isLabel(text: string): boolean {
  const label = asLabel(text)
  return NUMBER_WORDS.has(label) || OTHER_WORDS.has(label)
}

/** Whether any of the words, or some of them together, says that what follows is a parcel's number. */
export function namesNumber(words: string[]): boolean {
  return words.some((_, from) =>
    words
      .slice(from)
      .some((_, to) => NUMBER_WORDS.has(asLabel(words.slice(from, from + to + 1).join(""))))
  )
}

/** Without accents and underscores, and with "Nº" as "NO". */
function asLabel(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}_]/gu, "")
    .toUpperCase()
}
