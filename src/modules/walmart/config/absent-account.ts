import { phrase, type Said, say, saying } from "../../../walmart/words/phrase"
import type { WalmartOptions } from "./options"

/** Why orders of an account can neither be read nor sent to Walmart, and what to do, each as a sentence. */
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
function ordersAbsence(options: Absent, { id, open_orders: count }: MissingAccount): Absence {
  const { message, remedy } = absenceOf(options, id).words
  return saying({
    message: [...message, phrase("account_missing", "message_open", { count })],
    remedy: [...remedy, phrase("account_missing", "remedy_meanwhile", {})],
  })
}

/** What is to be said of accounts that are absent: of each that has open orders, and of each without keys. */
export function absences(options: Absent, missing: MissingAccount[]): Absence[] {
  const told = new Set(missing.map(({ id }) => id))
  const others = options.unconnected.filter(({ id }) => !told.has(id))
  return [
    ...others.map(({ id }) => absenceOf(options, id)),
    ...missing.map((account) => ordersAbsence(options, account)),
  ]
}
