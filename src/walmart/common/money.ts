/** Decimals of Walmart's amounts, whatever the currency: they are counted in hundredths. */
const COUNTED = 2

/**
 * An amount as texts, files and messages have it: "12.50" of 1250, and "4990" of 499000 Chilean pesos, whose unit has no decimals
 * (ISO 4217). What is no whole amount of such a currency keeps its decimals, because nothing is rounded away from a person.
 * @param hundredths of the currency's unit
 * @param currency ISO code in any case; left out, it has two decimals
 */
export function shownMoney(hundredths: number, currency?: string): string {
  return (hundredths / 100).toFixed(isWhole(hundredths, currency) ? decimalsOf(currency) : COUNTED)
}

/** The same of an amount in the currency's unit, as Medusa counts. */
export function shownAmount(amount: number, currency?: string): string {
  return shownMoney(Math.round(amount * 100), currency)
}

function isWhole(hundredths: number, currency: string | undefined): boolean {
  return hundredths % leastSumIn(currency) === 0
}

/** The least sum that a currency has, in hundredths of its unit: 1 of most, 100 of Chile's peso. */
export function leastSumIn(currency?: string): number {
  return 10 ** (COUNTED - decimalsOf(currency))
}

/** Decimals by currency: looking them up takes longer than all that is done with them. */
const lookedUp = new Map<string, number>()

/** Only a code that has the form of one is looked up; any such code has an answer. */
function decimalsOf(currency = ""): number {
  if (!/^[a-z]{3}$/i.test(currency)) return COUNTED
  const decimals = lookedUp.get(currency) ?? lookUp(currency)
  lookedUp.set(currency, decimals)
  return decimals
}

function lookUp(currency: string): number {
  const style = { style: "currency", currency } as const
  const { maximumFractionDigits } = new Intl.NumberFormat("en", style).resolvedOptions()
  return Math.min(COUNTED, maximumFractionDigits ?? COUNTED)
}
