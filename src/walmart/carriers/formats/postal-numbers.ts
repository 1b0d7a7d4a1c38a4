import { passesGs1, passesS10 } from "./check-digits"
import { ownValue } from "../../common/own-value"

/** Posts in Walmart's lists by the country code that ends their S10 numbers. */
const POST_OF_COUNTRY: Record<string, string> = {
  US: "USPS",
  CA: "Canada Post",
  GB: "Royal Mail",
  CN: "China Post",
  IN: "India Post",
  JP: "Japan Post",
  MX: "Correos de Mexico",
  DE: "Deutsche Post",
  SE: "PostNord Sweden",
}

/** Every post in Walmart's lists; each also tracks the S10 numbers of the others, once a parcel is in its country. */
export const POSTS: readonly string[] = Object.values(POST_OF_COUNTRY)

/** ISO 3166-1 alpha-2, grouped by first letter. */
const COUNTRIES = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
  KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
  MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
  UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`

const KNOWN_COUNTRIES = new Set(COUNTRIES.trim().split(/\s+/))

/** The post whose country ends an S10 number, as a list for the formats table; empty when Walmart lists no such post. */
export function postOf(number: string): readonly string[] {
  const post = ownValue(POST_OF_COUNTRY, number.slice(-2))
  return post ? [post] : []
}

/** Whether an S10 number ends in a real country and its check digit is right. */
export function passesPostal(number: string): boolean {
  return KNOWN_COUNTRIES.has(number.slice(-2)) && passesS10(number.slice(2, 11))
}

const IMPB = /^9[1-5]\d{20}(?:\d{4}){0,2}$/

/** USPS check digit; a scanned barcode puts 420 and the ZIP code in front, which the check digit does not cover. */
export function passesImpb(number: string): boolean {
  const unrouted = impbsIn(number)
  return unrouted.length > 0 ? unrouted.some(passesGs1) : passesGs1(number)
}

/** A USPS number without the 420 and the ZIP code that a barcode puts in front; any other number as it is. */
export function withoutZip(number: string): string {
  return impbsIn(number).find(passesGs1) ?? number
}

/** What may be behind 420 and a ZIP code, which has five digits or nine. */
function impbsIn(number: string): string[] {
  if (!number.startsWith("420")) return []
  return [12, 8].map((length) => number.slice(length)).filter((rest) => IMPB.test(rest))
}

/** USPS numbers of 20 digits; some labels print them without the leading 91 that the check digit covers. */
export function passesUsps20(number: string): boolean {
  return passesGs1(number) || passesGs1(`91${number}`)
}
