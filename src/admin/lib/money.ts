/** Minor units of a currency as an amount in the reader's language. */
export function money(minor: number, currency: string, language: string): string {
  const style = { style: "currency", currency: currency.toUpperCase() } as const
  const format = new Intl.NumberFormat(language, style)
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(minor / 10 ** digits)
}
