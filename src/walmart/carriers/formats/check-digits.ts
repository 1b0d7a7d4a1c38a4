/**
 * Check-digit arithmetic of tracking numbers. Every function takes the characters it is named for, already normalized to
 * A–Z and 0–9, and never throws; the caller's pattern guarantees the shape. Formulas:
 * docs/walmart-api.md, "Carriers and tracking numbers".
 */

/** Mod 10 over digits: weight 3 on the digit left of the check digit, then 1, 3, …; the check digit comes last (USPS, GS1, FedEx Ground, Canada Post). */
export function passesGs1(digits: string): boolean {
  const serial = digits.slice(0, -1)
  const sum = sumOf(serial, (index) => ((serial.length - index) % 2 === 1 ? 3 : 1))
  return complement10(sum) === lastDigit(digits)
}

/** Mod 10 with weights 1, 2, 1, 2, … from the left; letters count as (ASCII − 3) mod 10 (UPS, OnTrac). */
export function passesMod10From2(characters: string): boolean {
  const sum = sumOf(characters.slice(0, -1), (index) => (index % 2 === 1 ? 2 : 1))
  return complement10(sum) === lastDigit(characters)
}

/** Weighted sum modulo 11, then modulo 10; `weights` repeat from the left (FedEx Express). */
export function passesMod11Then10(digits: string, weights: readonly number[]): boolean {
  const sum = sumOf(digits.slice(0, -1), (index) => weights[index % weights.length])
  return (sum % 11) % 10 === lastDigit(digits)
}

/** The leading digits as one number modulo 7 (DHL Express). At most 15 digits, so that the number is exact. */
export function passesMod7(digits: string): boolean {
  return Number(digits.slice(0, -1)) % 7 === lastDigit(digits)
}

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]

/** Nine digits of a postal S10 number: 11 − (weighted sum mod 11), where 10 is written 0 and 11 is written 5 (UPU S10). */
export function passesS10(digits: string): boolean {
  const rest = 11 - (sumOf(digits.slice(0, -1), (index) => S10_WEIGHTS[index]) % 11)
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest
  return check === lastDigit(digits)
}

function sumOf(characters: string, weightAt: (index: number) => number): number {
  let sum = 0
  for (let index = 0; index < characters.length; index++) {
    sum += valueOf(characters.charCodeAt(index)) * weightAt(index)
  }
  return sum
}

/** For a digit its own value, because ASCII "0" is 48; for a letter (ASCII − 3) mod 10. */
function valueOf(ascii: number): number {
  return ascii < 65 ? ascii - 48 : (ascii - 3) % 10
}

function complement10(sum: number): number {
  return (10 - (sum % 10)) % 10
}

function lastDigit(characters: string): number {
  return valueOf(characters.charCodeAt(characters.length - 1))
}
