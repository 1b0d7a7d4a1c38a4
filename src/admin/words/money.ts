import type { Hundredths } from "../../types/http"

/** An amount in the reader's language, with as many decimals as its currency has. */
export function money(amount: Hundredths, currency: string, language: string): string {
  const style = { style: "currency", currency: currency.toUpperCase() } as const
  return new Intl.NumberFormat(language, style).format(amount / 100)
}
