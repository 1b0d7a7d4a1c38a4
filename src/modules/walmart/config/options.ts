import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import type { MarketCode } from "../../../walmart/markets/market"
import { didYouMean } from "../../../walmart/carriers/nearest"
import { ENDPOINTS } from "../../../walmart/api/endpoint-limits"
import { type ConnectedAccount, isConnected } from "./connected-account"
import type { KeyPair } from "./key-pair"
import { crossFaults } from "./option-faults"
import { OPTION_NAMES, type ParsedAccount, type ParsedOptions, schema } from "./options-schema"

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
 * @throws MedusaError INVALID_DATA that lists every fault in one message, with the name of the option and what it must be; never a secret
 */
export function parseOptions(raw: unknown): WalmartOptions {
  const given = withoutMedusasOwn(raw ?? {})
  const parsed = schema.safeParse(given)
  const issues = parsed.error?.issues ?? []
  const wrong = new Set(issues.flatMap(optionsOf))
  const readable = parsed.success ? parsed : schema.safeParse(without(given, wrong))
  const cross = readable.success ? crossFaults(readable.data, (option) => wrong.has(option)) : []
  const faults = [...issues.map((issue) => faultText(issue, given)), ...cross]
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

/** The options without those that are wrong, so that the others can be checked in the same message. */
function without(given: unknown, wrong: ReadonlySet<string>): unknown {
  if (!isRecord(given)) return given
  const rest = omit(given, (name) => wrong.has(name))
  if (!Array.isArray(rest.accounts)) return rest
  const accounts = rest.accounts.map((one: unknown, index) =>
    isRecord(one) ? omit(one, (name) => wrong.has(`accounts.${index}.${name}`)) : one
  )
  return { ...rest, accounts }
}

/** The options that an issue is about, as `leaseMs` or `accounts.0.market`. */
function optionsOf(issue: z.core.$ZodIssue): string[] {
  const names = issue.code === "unrecognized_keys" ? issue.keys : [undefined]
  return names
    .map((name) => (name === undefined ? issue.path : [...issue.path, name]))
    .map((path) => path.slice(0, path[0] === "accounts" ? 3 : 1).join("."))
}

/** A wrong key of a record is said to be wrong only; what is right is inside, or is said by nothing, as the version of zod has it. */
function faultText(issue: z.core.$ZodIssue, given: unknown): string {
  const said = issue.code === "invalid_key" ? issue.issues : [issue]
  const messages = said.map(({ message }) => message.replace(/\.$/, "")).join(", ")
  return `${issue.path.join(".") || "options"}: ${messages}${hintOf(issue, given)}`
}

/** What was probably meant by a name or a word that is not known. */
function hintOf(issue: z.core.$ZodIssue, given: unknown): string {
  const isEndpoint = issue.path[0] === "rateLimits"
  if (issue.code === "unrecognized_keys" && isEndpoint) {
    return ` (known are ${Object.keys(ENDPOINTS).join(", ")})`
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((name) => didYouMean(name, OPTION_NAMES)).join("")
  }
  if (issue.code !== "invalid_value") return ""
  const value = valueAt(given, issue.path)
  return typeof value === "string" ? didYouMean(value, issue.values.map(String)) : ""
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  const [name, ...rest] = path
  if (name === undefined) return given
  return typeof given === "object" && given !== null
    ? valueAt((given as Record<PropertyKey, unknown>)[name], rest)
    : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function omit(
  record: Record<string, unknown>,
  isLeftOut: (name: string) => boolean
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !isLeftOut(name)))
}
