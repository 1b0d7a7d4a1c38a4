/** Core's manual provider, which calls no outside service; imports record Walmart's money with it. */
export const PROVIDER = "pp_system_default"

/** Who makes the refunds and payments that reconcile an order edit; marks them as this plugin's. */
export const SETTLED_BY = "walmart"

/** All amounts of rows together, in the currency's unit. */
export function sumOfRows(rows: { amount: unknown }[]): number {
  return rows.reduce((sum, { amount }) => sum + Number(amount), 0)
}
