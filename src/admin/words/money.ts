import type { Hundredths } from "../../types/http"

/** An amount in the reader's language, with as many decimals as its currency has. */
export function money(amount: Hundredths, currency: string, language: string): string {
  const style = { style: "currency", currency: currency.toUpperCase() } as const
  return new Intl.NumberFormat(language, style).format(amount / 100)
}

/** Decimals of a currency: 2 of most, 0 of Chile's. */
export function decimalsOf(currency: string): number {
  const style = { style: "currency", currency } as const
  return new Intl.NumberFormat("en", style).resolvedOptions().maximumFractionDigits ?? 2
}

/** An amount as it is typed into a field. */
export function typedMoney(amount: Hundredths, currency: string): string {
  return (amount / 100).toFixed(decimalsOf(currency))
}
