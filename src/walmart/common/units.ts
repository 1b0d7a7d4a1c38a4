/** All units of a list of lines, items or parts. Pure. */
export function sumOfUnits(list: { quantity: number }[]): number {
  return list.reduce((sum, { quantity }) => sum + quantity, 0)
}
