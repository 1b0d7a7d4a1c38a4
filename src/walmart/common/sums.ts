/** All of these numbers together. Pure. */
export function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** All amounts of a list of refunds, charges or parts. Pure. */
export function sumOfAmounts(list: { amount: number }[]): number {
  return sum(list.map(({ amount }) => amount))
}
