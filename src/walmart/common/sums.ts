/** All of these numbers together. Pure. */
export function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** All amounts of a list of refunds, charges or parts. Pure. */
export function sumOfAmounts(list: { amount: number }[]): number {
  return sum(list.map(({ amount }) => amount))
}

/** Decimals of an amount that must not exceed another one. */
const FINE = 1e8

/** Nearly this amount, and never more of it: a line's total after an edit is divided and has a long tail. Major units. Pure. */
export function finely(amount: number): number {
  return Math.floor(amount * FINE) / FINE
}
