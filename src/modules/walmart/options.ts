import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { patternFault } from "../../walmart/added-numbers"
import { checkedBaseUrl } from "../../walmart/http"
import { type MarketCode, marketOf } from "../../walmart/markets"
import { sellerOf } from "./seller"
import { ENDPOINTS, type EndpointName } from "../../walmart/rate-limit"

/** A call must begin within the margin; in less than this no process gets from deciding to its first byte. */
const LEAST_MARGIN_MS = 100

const milliseconds = (fallback: number, least = 1) =>
  z.number().int().min(least, `must be at least ${least} milliseconds`).default(fallback)

const shippingOption = z.strictObject({
  /** Medusa shipping option to put on imported orders. */
  id: z.string().min(1),
  /** Only for items of this shipping profile; any profile when left out. */
  shippingProfileId: z.string().min(1).optional(),
  /** Only for this Walmart method code (`Standard`, `Express`, …); any when left out. */
  methodCode: z.string().min(1).optional(),
})

const cancellationReason = z.strictObject({
  code: z.string().min(1),
  label: z.string().min(1),
  effect: z.string().min(1),
  onlyWhenCustomerAsked: z.boolean(),
  zeroesStock: z.boolean(),
  countsAgainstSeller: z.boolean(),
})

const numberPattern = z.string().superRefine((pattern, context) => {
  const message = patternFault(pattern)
  if (message) context.addIssue({ code: "custom", message })
})

/** A reason with a known code replaces it; carriers are added. */
const marketOverrides = z.strictObject({
  carriers: z.array(z.string().min(1)).optional(),
  /** Walmart carrier name to patterns of its numbers, so that these tell the carrier. */
  carrierNumbers: z.record(z.string(), z.array(numberPattern)).optional(),
  cancellationReasons: z.array(cancellationReason).optional(),
  acknowledgeWithinHours: z.number().positive().optional(),
  autoCancelAfterDays: z.number().positive().nullish(),
  trackingCorrectionHours: z.number().positive().nullish(),
  maxLinesPerWrite: z.number().int().min(1).optional(),
})

const account = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "use 1 to 40 of a-z, 0-9, - and _"),
  market: z.enum(["us", "ca", "mx", "cl"]).default("us"),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Only for tests and the sandbox. */
  baseUrl: z.url().optional(),
  /** Use Walmart's sandbox host with its stateful mode. */
  sandbox: z.boolean().default(false),
  /** Sales channel of imported orders; the store's default one when left out. */
  salesChannelId: z.string().optional(),
  /** Region of imported orders; the first region in the market's currency when left out. */
  regionId: z.string().optional(),
  /** Walmart ship node id to Medusa stock location id. */
  shipNodes: z.record(z.string(), z.string()).default({}),
  /** Stock location for ship nodes not named above; the sales channel's only one when left out. */
  stockLocationId: z.string().optional(),
  /** Shipping options for imported orders, first match wins; found by profile and location when left out. */
  shippingOptions: z.array(shippingOption).default([]),
  /** Walmart SKU to Medusa SKU, where they differ. */
  skuMap: z.record(z.string(), z.string()).default({}),
  /** Orders before this date are left alone at the first poll; the moment of the first start when left out. */
  importFrom: z.iso.date().or(z.iso.datetime()).optional(),
  /** Whether Walmart's charge amounts are per `line` or per `unit`; Walmart does not say. Checked against its order total when it sends one. */
  chargesPer: z.enum(["line", "unit"]).default("line"),
  /** What becomes of an order whose charges do not add up to Walmart's total: it waits for a person, or is imported with a note. */
  onTotalMismatch: z.enum(["refuse", "note"]).default("refuse"),
  /** Reason used when staff cancel without choosing one; none by default. */
  defaultCancellationReason: z.string().optional(),
  /** Shipping option id or fulfillment provider id to Walmart carrier name. */
  carrierMap: z.record(z.string(), z.string()).default({}),
  /** Extra headers such as `WM_CONSUMER.CHANNEL.TYPE`. */
  headers: z.record(z.string(), z.string()).default({}),
  /** Plans and shows everything, sends nothing. */
  dryRun: z.boolean().default(false),
  /** Changes to the market's built-in data. */
  marketOverrides: marketOverrides.optional(),
})

const endpointName = z.enum(Object.keys(ENDPOINTS) as EndpointName[])

const schema = z.strictObject({
  accounts: z.array(account).default([]),
  /** `strict` refuses a wrong check digit, `lenient` only warns. */
  /** What Medusa's refund, return, claim and exchange screens do with Walmart orders; Walmart is not told of either. */
  returnsAndRefunds: z.enum(["refuse", "allow"]).default("refuse"),
  trackingValidation: z.enum(["strict", "lenient"]).default("strict"),
  /** Put the purchase order number into the Medusa order's `custom_display_id`, so that Medusa's own search finds it. */
  customDisplayId: z.boolean().default(true),
  /** Emit `order.placed` for imported orders. A store that mails buyers on it must keep this off. */
  emitOrderPlaced: z.boolean().default(false),
  schedules: z
    .strictObject({
      /** The sender's clock. */
      sendEveryMs: milliseconds(15_000, 100),
      pollEveryMs: milliseconds(120_000, 100),
      sweepEveryMs: milliseconds(60_000, 100),
      pruneEveryMs: milliseconds(3_600_000, 100),
    })
    .prefault({}),
  /** How far each poll looks back before its watermark. */
  pollOverlapMs: milliseconds(3_600_000),
  /** How long Walmart may take to answer. */
  callTimeoutMs: milliseconds(30_000),
  /** How long to wait after an unknown outcome before reading the order. */
  settleMs: milliseconds(60_000),
  /** How long one process may own an order's mailbox. */
  leaseMs: milliseconds(120_000),
  /** Least slack between the lease and call timeout plus settle time. */
  leaseMarginMs: milliseconds(30_000, LEAST_MARGIN_MS),
  /** Orders that one round of sending sends for at the same time; calls that outlast a tick have another round beside them. */
  concurrency: z.number().int().min(1).max(50).default(5),
  /** Largest answer read from Walmart. */
  maxBodyBytes: z.number().int().min(1_000).default(10_000_000),
  /** Real attempts after which a refused update waits for a person. */
  refusedAttempts: z.number().int().min(1).default(3),
  /** Age of a failing series after which it waits for a person. */
  giveUpAfterMs: milliseconds(48 * 3_600_000),
  /** Consecutive unknown outcomes that open an endpoint's breaker, and for how long. */
  breaker: z
    .strictObject({ failures: z.number().int().min(1).default(5), openMs: milliseconds(30_000) })
    .prefault({}),
  /** Days that settled updates' attempts are kept. */
  retentionDays: z.number().int().min(1).default(90),
  /** Calls per minute and burst per endpoint, where the seller's limits differ from the published ones. */
  rateLimits: z
    .partialRecord(
      endpointName,
      z.strictObject({ perMinute: z.number().positive(), burst: z.number().int().min(1) })
    )
    .default({}),
})

/** Options as a store writes them in `medusa-config`. */
export type WalmartPluginOptions = z.input<typeof schema>

/** Options after parsing: every default filled in. */
export type WalmartOptions = z.output<typeof schema>

/** One Walmart seller account of the options. */
export type AccountOptions = WalmartOptions["accounts"][number] & { market: MarketCode }

/**
 * Parses the plugin's options at boot.
 * @throws MedusaError INVALID_DATA that lists every fault in one message, with the name of the option and what it must be; never a secret
 */
export function parseOptions(raw: unknown): WalmartOptions {
  const parsed = schema.safeParse(withoutMedusasOwn(raw ?? {}))
  const faults = parsed.success ? crossChecks(parsed.data) : parsed.error.issues.map(faultText)
  if (parsed.success && faults.length === 0) return parsed.data
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-walmart cannot start with these options. ${faults.join("; ")}.`
  )
}

/** A wrong key of a record is said to be wrong only; what is right is inside, or is said by nothing, as the version of zod has it. */
function faultText(issue: z.core.$ZodIssue): string {
  const said = issue.code === "invalid_key" ? issue.issues : [issue]
  const isEndpoint = issue.code === "unrecognized_keys" && issue.path[0] === "rateLimits"
  const known = isEndpoint ? ` (known are ${Object.keys(ENDPOINTS).join(", ")})` : ""
  const messages = said.map(({ message }) => message).join(", ")
  return `${issue.path.join(".") || "options"}: ${messages}${known}`
}

/** Medusa puts the connection of its module migrations beside a module's own options. */
function withoutMedusasOwn(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null) return raw
  const own: Record<string, unknown> = { ...raw }
  delete own.database
  return own
}

function crossChecks(options: WalmartOptions): string[] {
  return [...leaseFaults(options), ...accountFaults(options)]
}

function leaseFaults({ leaseMs, callTimeoutMs, settleMs, leaseMarginMs }: WalmartOptions) {
  const least = callTimeoutMs + settleMs + leaseMarginMs
  if (leaseMs >= least) return []
  return [
    `leaseMs: is ${leaseMs}, must be at least ${least} (callTimeoutMs ${callTimeoutMs} + settleMs ${settleMs} + leaseMarginMs ${leaseMarginMs}), else an order could be sent for twice at once`,
  ]
}

function accountFaults({ accounts }: WalmartOptions): string[] {
  const ids = accounts.map(({ id }) => id)
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index)
  return [
    ...repeated.map((id) => `accounts: the id "${id}" is used twice`),
    ...sameSellers(accounts),
    ...accounts.flatMap((entry, index) => baseUrlFaults(entry.baseUrl, index)),
    ...accounts.flatMap(carrierNumberFaults),
  ]
}

/** Formats of a carrier that is not listed would be kept and never used. */
function carrierNumberFaults(
  { market, marketOverrides }: WalmartOptions["accounts"][number],
  index: number
): string[] {
  const { carriers } = marketOf(market, marketOverrides)
  const unlisted = Object.keys(marketOverrides?.carrierNumbers ?? {}).filter(
    (name) => !carriers.includes(name)
  )
  return unlisted.map(
    (name) =>
      `accounts.${index}.marketOverrides.carrierNumbers: "${name}" is not in Walmart's list of carriers, add it to marketOverrides.carriers as Walmart spells it`
  )
}

/** Each order of a seller who is there twice would be imported, reserved and charged twice. */
function sameSellers(accounts: AccountOptions[]): string[] {
  const sellers = accounts
    .filter(hasUsableUrl)
    .map((one) => ({ id: one.id, seller: sellerOf(one) }))
  return sellers.flatMap(({ id, seller }, index) => {
    const first = sellers
      .slice(0, index)
      .find((other) => other.seller === seller && other.id !== id)
    const text = `accounts: "${first?.id}" and "${id}" have the same clientId, so that each order would be imported twice; keep the one that has imported orders`
    return first ? [text] : []
  })
}

function hasUsableUrl({ baseUrl }: AccountOptions): boolean {
  return baseUrl === undefined || URL.canParse(baseUrl)
}

function baseUrlFaults(baseUrl: string | undefined, index: number): string[] {
  if (!baseUrl) return []
  try {
    checkedBaseUrl(baseUrl)
    return []
  } catch (error) {
    return [`accounts.${index}.baseUrl: ${(error as Error).message}`]
  }
}
