/** Digits that Medusa's big numbers keep by default. */
const PRECISION = 20

/**
 * The companion in which Medusa keeps an amount exactly, as JSON; SQL that writes an amount writes both.
 * @param amount an integer, such as hundredths of a currency's unit
 */
export function rawAmount(amount: number): string {
  return JSON.stringify({ value: String(amount), precision: PRECISION })
}

/** The same as an SQL expression of a numeric expression. */
export function rawAmountOf(sql: string): string {
  return `jsonb_build_object('value', (${sql})::text, 'precision', ${PRECISION})`
}
