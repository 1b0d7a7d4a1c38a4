import { marketFaults } from "../../../walmart/settings/market-options"
import { type ConnectedAccount, isConnected } from "./connected-account"
import type { ParsedAccount, ParsedOptions } from "./options-schema"
import { hostFaults, sellerOf } from "./seller"
import { webhookFaults } from "./webhook-options"

/**
 * What is wrong with options whose values are each of the right shape.
 * @param isWrong whether an option (`leaseMs`, `accounts.0.market`) is left out of them because its shape is wrong, so that nothing may
 * be concluded from its default
 * @returns texts that begin with the option's name
 */
export function crossFaults(
  options: ParsedOptions,
  isWrong: (option: string) => boolean
): string[] {
  const named = options.accounts.filter(
    (_, index) => !isWrong(`accounts.${index}`) && !isWrong(`accounts.${index}.id`)
  )
  return [
    ...(LEASE_PARTS.some(isWrong) ? [] : leaseFaults(options)),
    ...idFaults(named),
    ...sameSellers(named.filter(isConnected)),
    ...options.accounts.flatMap((account, index) => {
      const path = `accounts.${index}`
      const any = (...names: string[]) => names.some((name) => isWrong(`${path}.${name}`))
      const faults = [
        ...(any("clientId", "clientSecret") ? [] : keyFaults(account)),
        ...(any("baseUrl", "sandbox") ? [] : hostFaults(account)),
        ...(any("market", "marketOverrides") ? [] : marketFaults(account)),
        ...(any("market", "webhooks")
          ? []
          : webhookFaults(account, Boolean(options.keysSecret) || !isConnected(account))),
      ]
      return faults.map((fault) => `${path}.${fault}`)
    }),
  ]
}

const LEASE_PARTS = ["leaseMs", "callTimeoutMs", "settleMs", "leaseMarginMs"]

function leaseFaults({ leaseMs, callTimeoutMs, settleMs, leaseMarginMs }: ParsedOptions) {
  const least = callTimeoutMs + settleMs + leaseMarginMs
  if (leaseMs >= least) return []
  return [
    `leaseMs: is ${leaseMs}, must be at least ${least} (callTimeoutMs ${callTimeoutMs} + settleMs ${settleMs} + leaseMarginMs ${leaseMarginMs}), else an order could be sent for twice at once`,
  ]
}

function idFaults(accounts: ParsedAccount[]): string[] {
  const ids = accounts.map(({ id }) => id)
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
  return [...repeated].map(
    (id) => `accounts: the id "${id}" is used twice, give each account an id of its own`
  )
}

/** Without both keys an account waits for them; with one of them, someone has mistyped the other. */
function keyFaults(account: ParsedAccount): string[] {
  if (Boolean(account.clientId) === Boolean(account.clientSecret)) return []
  const [missing, variable] = account.clientId
    ? ["clientSecret", "WALMART_CLIENT_SECRET"]
    : ["clientId", "WALMART_CLIENT_ID"]
  return [
    `${missing}: is not set, does its variable (${variable} or as you call it) exist in the environment?`,
  ]
}

/** Each order of a seller who is there twice would be imported, reserved and charged twice. */
function sameSellers(accounts: ConnectedAccount[]): string[] {
  const sellers = accounts.map((one) => ({ id: one.id, seller: sellerOf(one) }))
  return sellers.flatMap(({ id, seller }, index) => {
    const first = sellers
      .slice(0, index)
      .find((other) => other.seller === seller && other.id !== id)
    const text = `accounts: "${first?.id}" and "${id}" have the same clientId, so that each order would be imported twice; keep the one that has imported orders`
    return first ? [text] : []
  })
}
