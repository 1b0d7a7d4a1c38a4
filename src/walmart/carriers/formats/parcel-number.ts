import { passesGs1, passesMod11Then10 } from "./check-digits"
import { withoutZip } from "./postal-numbers"

/** A barcode and where in it the number stands that people read on the label. */
interface Barcode {
  shape: RegExp
  numberIn: (barcode: string) => string
  passes: (number: string) => boolean
}

const isFedEx = (number: string) => passesMod11Then10(number, [3, 1, 7])

const BARCODES: Barcode[] = [
  { shape: /^3\d{31}$/, numberIn: (text) => text.slice(16, 28), passes: isFedEx },
  // FedEx writes its twelve digits with zeros in front into the last fourteen.
  { shape: /^\d{20}00\d{12}$/, numberIn: (text) => text.slice(-12), passes: isFedEx },
  { shape: /^96\d{20}$/, numberIn: (text) => text.slice(-15), passes: passesGs1 },
]

/**
 * A normalized number in the one spelling that all spellings of it share: a barcode and the number printed below it are one parcel.
 * Only for comparing: what goes to Walmart is the number as it was entered.
 */
export function parcelNumber(number: string): string {
  const barcode = BARCODES.find(({ shape, numberIn, passes }) => {
    return shape.test(number) && passes(numberIn(number))
  })
  return barcode ? barcode.numberIn(number) : withoutServiceCode(withoutZip(number))
}

/** Each number beside the spelling that all spellings of its parcel share, so that any of them finds it. */
export function spellingsOf(numbers: readonly string[]): string[] {
  return [...new Set(numbers.flatMap((number) => [number, parcelNumber(number)]))]
}

/** Labels leave out the first two digits of some numbers, which their check digit covers: USPS's 91 and 92, and 00 of an SSCC. */
function withoutServiceCode(number: string): string {
  const isWhole = /^(?:9[12]\d{20}|00\d{18})$/.test(number) && passesGs1(number)
  return isWhole ? number.slice(2) : number
}
