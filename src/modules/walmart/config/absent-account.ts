import { type Said, say } from "../../../walmart/words/phrase"
import type { WalmartOptions } from "./options"

/** Why orders of an account can neither be read nor told to Walmart, and what to do, each as a sentence. */
export type Absence = Said

/** An account that has open orders, but that has no keys or that the options do not name. */
export interface MissingAccount {
  id: string
  /** Its orders that are open at Walmart. */
  open_orders: number
}

/** What of the options tells why an account is absent. */
type Absent = Pick<WalmartOptions, "unconnected" | "keysSecret">

/** Why an account is not among the connected ones. */
export function absenceOf({ unconnected, keysSecret }: Absent, accountId: string): Absence {
  const about = { account: accountId }
  if (unconnected.every(({ id }) => id !== accountId)) return say("account_missing", about)
  return say("account_missing", about, keysSecret ? "settable" : "keyless")
}

/** What to say of open orders whose account is absent. */
export function missingText(options: Absent, { id, open_orders }: MissingAccount): string {
  const { message, remedy } = absenceOf(options, id)
  const orders = open_orders === 1 ? "1 open order" : `${open_orders} open orders`
  return `${message} It has ${orders}; Walmart does not hear what happens to them. ${remedy} Until then handle them in Seller Center too.`
}

/** What is to be said of accounts that are absent: of each that has open orders, and of each without keys. */
export function absenceTexts(options: Absent, missing: MissingAccount[]): string[] {
  const told = new Set(missing.map(({ id }) => id))
  const others = options.unconnected.filter(({ id }) => !told.has(id))
  return [
    ...others.map(({ id }) => sentences(absenceOf(options, id))),
    ...missing.map((account) => missingText(options, account)),
  ]
}

/** An absence in one text. */
export function sentences({ message, remedy }: Absence): string {
  return `${message} ${remedy}`
}
