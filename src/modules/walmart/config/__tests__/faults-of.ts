import { parseOptions } from "../options"

/** An account that nothing is wrong with. */
export const account = { id: "main", clientId: "anId", clientSecret: "s3cret" }

/** What the boot says of options; "none" when it takes them. */
export function faultsOf(options: unknown): string {
  try {
    parseOptions(options)
  } catch (error) {
    return String(error)
  }
  return "none"
}

/** The same of an account with something more in it. */
export function faultsOfAccount(more: object): string {
  return faultsOf({ accounts: [{ ...account, ...more }] })
}
