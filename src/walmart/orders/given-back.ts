import type { Charge } from "./order"
import { sumOfAmounts } from "../common/sums"

/**
 * Charges of one refund with the sign they have for the buyer: positive what is given back, negative what lowers that, such as the
 * discount of a price. Walmart writes what is given back as negative amounts, some answers as positive ones; whichever sign outweighs
 * the other is what is given back. A tax goes with its own charge. Pure.
 * @param charges as Walmart wrote them, in hundredths
 */
export function givenBack(charges: Charge[]): Charge[] {
  const total = sumOfAmounts(charges)
  return charges.map((charge) => {
    const isLess = total > 0 ? charge.amount < 0 : charge.amount > 0
    const signed = (hundredths: number) => (isLess && hundredths !== 0 ? -1 : 1) * hundredths
    return {
      ...charge,
      amount: signed(Math.abs(charge.amount)),
      tax: signed(Math.abs(charge.tax)),
    }
  })
}
