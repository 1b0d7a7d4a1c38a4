import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import type { MarketCode } from "../../../walmart/markets/market"
import { type ConnectedAccount, isConnected } from "./connected-account"
import type { KeyPair } from "./key-pair"
import { faultTexts, whatIsWanted } from "./fault-text"
import { crossFaults } from "./option-faults"
import { type ParsedAccount, type ParsedOptions, schema } from "./options-schema"
import { isRecord } from "../../../walmart/api/schemas/fields"

/** Options as a store writes them in `medusa-config`. */
export type WalmartPluginOptions = z.input<typeof schema>

/** One Walmart seller account of the options, with its keys. */
export type AccountOptions = ConnectedAccount

/** An account of the options that has no keys, as in a build or on a colleague's machine. */
export interface UnconnectedAccount {
  id: string
  market: MarketCode
}

/** Options after parsing: every default filled in. Only accounts with keys are `accounts`; the others are as if they were missing. */
export type WalmartOptions = Omit<ParsedOptions, "accounts"> & {
  accounts: AccountOptions[]
  unconnected: UnconnectedAccount[]
  /** Every account as it is written, with keys or without. */
  configured: ParsedAccount[]
}

/** Accounts, those with keys apart from those without. */
export type AccountsByConnection = Pick<WalmartOptions, "accounts" | "unconnected">

/**
 * Parses the plugin's options at boot.
 * @throws MedusaError INVALID_DATA that lists every fault in one message, with the option's path, its value and what it must be; never a secret
 */
export function parseOptions(raw: unknown): WalmartOptions {
  const given = withoutMedusasOwn(raw ?? {})
  const parsed = schema.safeParse(given, { error: whatIsWanted })
  const issues = parsed.error?.issues ?? []
  const wrong = new Set(issues.flatMap(optionsOf))
  const readable = parsed.success ? parsed : schema.safeParse(without(given, wrong))
  const cross = readable.success ? crossFaults(readable.data, (option) => wrong.has(option)) : []
  const faults = [...faultTexts(issues, given), ...cross]
  if (parsed.success && faults.length === 0) {
    const { accounts: configured, ...rest } = parsed.data
    return { ...rest, configured, ...byConnection(configured) }
  }
  const text = faults.map((fault) => fault.replace(/\.$/, "")).join("; ")
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-walmart cannot start with these options. ${text}${text.endsWith("?") ? "" : "."}`
  )
}

/**
 * Separates the accounts with keys from those without.
 * @param keys by account id, which go before those of the options
 */
export function byConnection(
  configured: ParsedAccount[],
  keys: ReadonlyMap<string, KeyPair> = new Map()
): AccountsByConnection {
  const accounts = configured.map((one) => {
    const own = keys.get(one.id)
    return own ? { ...one, ...own } : one
  })
  const others = accounts.filter((account) => !isConnected(account))
  return {
    accounts: accounts.filter(isConnected),
    unconnected: others.map(({ id, market }) => ({ id, market })),
  }
}

/** Medusa puts the connection of its module migrations among a module's own options. */
function withoutMedusasOwn(raw: unknown): unknown {
  return isRecord(raw) ? omit(raw, (name) => name === "database") : raw
}

/**
 * The options without those that are wrong, so that the others can be checked in the same message; an account without an id has one for
 * that.
 */
function without(given: unknown, wrong: ReadonlySet<string>): unknown {
  if (!isRecord(given)) return given
  const rest = omit(given, (name) => wrong.has(name))
  if (!Array.isArray(rest.accounts)) return rest
  const accounts = rest.accounts.map((one: unknown, index) => ({
    id: `account-${index}`,
    ...omit(isRecord(one) ? one : {}, (name) => wrong.has(`accounts.${index}.${name}`)),
  }))
  return { ...rest, accounts }
}

/** The options that an issue is about, as `leaseMs` or `accounts.0.market`. */
function optionsOf(issue: z.core.$ZodIssue): string[] {
  const names = issue.code === "unrecognized_keys" ? issue.keys : [undefined]
  return names
    .map((name) => (name === undefined ? issue.path : [...issue.path, name]))
    .map((path) => path.slice(0, path[0] === "accounts" ? 3 : 1).join("."))
}

function omit(
  record: Record<string, unknown>,
  isLeftOut: (name: string) => boolean
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !isLeftOut(name)))
}
