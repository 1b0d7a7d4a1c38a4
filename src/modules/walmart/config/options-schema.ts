import { z } from "@medusajs/framework/zod"
import { BaseUrlError, checkedBaseUrl } from "../../../walmart/api/http"
import { ENDPOINTS, type EndpointName } from "../../../walmart/api/endpoint-limits"
import { marketOverrides, name, text } from "./market-override-options"
import { keyFault } from "./key-pair"
import { mirror } from "./mirror-options"
import { webhooks } from "./webhook-options"
import { notifications, quietHours } from "./notification-options"
import { REFUND_REASONS } from "../../../walmart/refunds/reasons"
import { REFUND_WAYS } from "../../../walmart/refunds/refund-ways"
import { STOCK_FEED_FROM } from "../../../walmart/inventory/feed-rules"
import { STOCK_MODES } from "../../../walmart/inventory/stock-rules"

/** A call must begin within the margin; in less than this no process gets from deciding to its first byte. */
const LEAST_MARGIN_MS = 100

/** What Node's timers can wait; a longer time would end at once. */
const MOST_MS = 2_147_483_647

/** What the database can count and multiply with. */
const MOST_COUNT = 1_000_000_000

/** @param least in less than this the option does nothing, and was probably meant in seconds */
const milliseconds = (fallback: number, least = 1) =>
  z
    .number()
    .int()
    .min(least, `must be at least ${least} milliseconds`)
    .max(MOST_MS, `must be at most ${MOST_MS} milliseconds (24 days)`)
    .default(fallback)

const shippingOption = z.strictObject({
  /** Medusa shipping option to put on imported orders. */
  id: text(),
  /** Only for items of this shipping profile; any profile when left out. */
  shippingProfileId: text().optional(),
  /** Only for this Walmart method code (`Standard`, `Express`, …); any when left out. */
  methodCode: text().optional(),
})

/** Blank is not set, as a variable is that does not exist. */
const key = z
  .string({ error: "must be a text" })
  .trim()
  .superRefine((text, context) => {
    const message = keyFault(text)
    if (message) context.addIssue({ code: "custom", message })
  })
  .optional()

const baseUrl = text().superRefine((url, context) => {
  try {
    checkedBaseUrl(url)
  } catch (error) {
    if (!(error instanceof BaseUrlError)) throw error
    context.addIssue({ code: "custom", message: error.message })
  }
})

const time = text().refine(
  (given) =>
    [z.iso.date(), z.iso.datetime({ offset: true })].some((iso) => iso.safeParse(given).success),
  "must be an ISO 8601 day or time such as 2026-11-28 or 2026-11-28T08:00:00Z"
)

/** What HTTP takes as a header: a line break in a value would begin another one. */
const headers = z.record(
  z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/, "is no name of a header"),
  text().regex(/^[\x20-\x7e]*$/, "may hold plain characters only, no line break")
)

const units = z.number().int().min(0, "must be at least 0 units")

const stockSku = z.strictObject({ buffer: units.optional(), cap: units.optional() })

/** One seller account as a store writes it. */
export const account = z.strictObject({
  id: z
    .string({ error: ({ input }) => (input === undefined ? "is not set" : "must be a text") })
    .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "must be 1 to 40 of a-z, 0-9, - and _"),
  market: z.enum(["us", "ca", "mx", "cl"]).default("us"),
  /** Without both keys the account is not connected. */
  clientId: key,
  clientSecret: key,
  /** Only for tests and the sandbox. */
  baseUrl: baseUrl.optional(),
  /** Use Walmart's sandbox host with its stateful mode. */
  sandbox: z.boolean().default(false),
  /** Sales channel of imported orders; the store's default one when left out. */
  salesChannelId: text().optional(),
  /** Region of imported orders; the first region in the market's currency when left out. */
  regionId: text().optional(),
  /** Walmart ship node id to Medusa stock location id. */
  shipNodes: z.record(name(), text()).default({}),
  /** Stock location for ship nodes not named above; the sales channel's only one when left out. */
  stockLocationId: text().optional(),
  /** Shipping options for imported orders, first match wins; found by profile and location when left out. */
  shippingOptions: z.array(shippingOption).default([]),
  /** Walmart SKU to Medusa SKU, where they differ. */
  skuMap: z.record(name(), text()).default({}),
  /** Orders before this date are left alone at the first poll; the moment of the first start when left out. */
  importFrom: time.optional(),
  /** Whether Walmart's charge amounts are per `line` or per `unit`; Walmart does not say. Checked against its order total when it sends one. */
  chargesPer: z.enum(["line", "unit"]).default("line"),
  /** What becomes of an order whose charges do not add up to Walmart's total: it waits for a person, or is imported with a note. */
  onTotalMismatch: z.enum(["refuse", "note"]).default("refuse"),
  /** Reason used when staff cancel without choosing one; none by default. */
  defaultCancellationReason: text().optional(),
  /**
   * What becomes of Medusa's refunds: `send` has Walmart make them, `keep` books them in Medusa alone, for a store that refunds in Seller
   * Center, and `refuse` saves none. What it is when a refund is made decides for good.
   */
  refunds: z.enum(REFUND_WAYS).default("send"),
  /** Medusa refund reason, by id or code, to Walmart's reason. */
  refundReasonMap: z.record(name(), z.enum(REFUND_REASONS)).default({}),
  /** Shipping option id or fulfillment provider id to Walmart carrier name. */
  carrierMap: z.record(name(), text()).default({}),
  /** When the store's stock is sent to Walmart. */
  stock: z.enum(STOCK_MODES).default("after_cancellation"),
  /** Units of each SKU that Walmart is not shown. */
  stockBuffer: units.default(0),
  /** Most units of a SKU that Walmart is shown; all when left out. */
  stockCap: units.optional(),
  /** Walmart SKU to a buffer and cap of its own. */
  stockSkus: z.record(name(), stockSku).default({}),
  /** Count units that this account's open orders hold as there, because Walmart takes them off what it is sent. */
  stockAddBackOpenOrders: z.boolean().default(false),
  /** So many figures that wait at one ship node go as one feed; fewer go one by one. */
  stockFeedFrom: z.int().min(2).max(MOST_COUNT).default(STOCK_FEED_FROM),
  /** Extra headers such as `WM_CONSUMER.CHANNEL.TYPE`. */
  headers: headers.default({}),
  /**
   * When a parcel counts as shipped: once staff mark its fulfillment as `shipped`, or as soon as it is `fulfilled` with a label, for
   * stores whose provider or warehouse labels parcels at once and whose staff never press Ship.
   */
  shipWhen: z.enum(["shipped", "fulfilled"]).default("shipped"),
  /** Plans and shows everything, sends nothing. */
  dryRun: z.boolean().default(false),
  /** Hours in which people are not notified of the account but of what is most urgent; `null` for none. */
  quietHours: quietHours.nullish(),
  /** Changes to the market's built-in data. */
  marketOverrides: marketOverrides.optional(),
  /** Take Walmart's events as a reason to read an order at once; only in the US. */
  webhooks: webhooks.optional(),
  /** What becomes of changes made at Walmart: `apply` makes them in Medusa too, `report` only shows the difference. */
  mirror: mirror.prefault({}),
})

const endpointName = z.enum(Object.keys(ENDPOINTS) as EndpointName[])

const schedules = z.strictObject({
  /** The sender's clock. */
  sendEveryMs: milliseconds(15_000, 100),
  pollEveryMs: milliseconds(120_000, 100),
  sweepEveryMs: milliseconds(60_000, 100),
  pruneEveryMs: milliseconds(3_600_000, 100),
  /** How often reads that webhooks asked for are looked for; an event usually wakes the job first. */
  readEveryMs: milliseconds(15_000, 100),
  /** How often Walmart is asked for return orders. */
  returnsEveryMs: milliseconds(300_000, 100),
})

/** What can be guessed protects no keys. */
const keysSecret = z
  .string({ error: "must be a text" })
  .trim()
  .refine((secret) => secret === "" || secret.length >= 32, "must have at least 32 characters")

/** The plugin's options as a store writes them. */
export const schema = z.strictObject({
  accounts: z.array(account).default([]),
  /** Encrypts keys that are set in the settings page; without it none can be set there. */
  keysSecret: keysSecret.optional(),
  /** Secrets that `keysSecret` replaced; keys that they encrypted are read, and encrypted again with the present one. */
  formerKeysSecrets: z.array(keysSecret.optional()).default([]),
  /** When a return that staff receive is refunded through Walmart: at once, or when a person says so on the Returns page. */
  refundReturns: z.enum(["on_receive", "ask"]).default("on_receive"),
  /** Claims, exchanges, credits, and returns that no buyer began, of Walmart orders: they would be in Medusa alone. */
  onlyInMedusa: z.enum(["refuse", "allow"]).default("refuse"),
  /** `strict` refuses a wrong check digit, `lenient` only warns. */
  trackingValidation: z.enum(["strict", "lenient"]).default("strict"),
  /** Put the purchase order number into the Medusa order's `custom_display_id`, so that Medusa's own search finds it. */
  customDisplayId: z.boolean().default(true),
  /** Emit `order.placed` for imported orders. A store that mails buyers on it must keep this off. */
  emitOrderPlaced: z.boolean().default(false),
  schedules: schedules.prefault({}),
  /** How far each poll looks back before its watermark. */
  pollOverlapMs: milliseconds(3_600_000),
  /** How long Walmart may take to answer. */
  callTimeoutMs: milliseconds(30_000, 100),
  /** How long to wait after an unknown outcome before reading the order. */
  settleMs: milliseconds(60_000, 100),
  /** How long one process may own an order's queue. */
  leaseMs: milliseconds(120_000),
  /** Least slack between the lease and call timeout plus settle time. */
  leaseMarginMs: milliseconds(30_000, LEAST_MARGIN_MS),
  /**
   * Orders that a send run of one account sends for at the same time, and wake-ups in a process; calls that outlast the send interval
   * have another run beside them.
   */
  concurrency: z.number().int().min(1).max(50).default(5),
  /** Largest answer read from Walmart. */
  maxBodyBytes: z.number().int().min(1_000).default(10_000_000),
  /** Real attempts after which a refused update waits for a person. */
  refusedAttempts: z.number().int().min(1).default(3),
  /** Age of a failing series after which it waits for a person. */
  giveUpAfterMs: milliseconds(48 * 3_600_000, 100),
  /** Consecutive unknown outcomes that open an endpoint's breaker, and for how long. */
  breaker: z
    .strictObject({
      failures: z.number().int().min(1).max(MOST_COUNT).default(5),
      openMs: milliseconds(30_000, 100),
    })
    .prefault({}),
  /** Days that finished updates' attempts are kept. */
  retentionDays: z.number().int().min(1).max(36_500).default(90),
  /** How far back a webhook's own time may lie; an older one is counted and causes nothing. */
  webhookWindowHours: z.number().int().min(1).max(8_760).default(72),
  /** Calls per minute and burst per endpoint, where the seller's limits differ from the published ones. */
  rateLimits: z
    .partialRecord(
      endpointName,
      z.strictObject({
        perMinute: z.number().min(0.001).max(MOST_COUNT),
        burst: z.number().int().min(1).max(MOST_COUNT),
      })
    )
    .default({}),
  /** Of what people are notified, how and when. */
  notifications: notifications.prefault({}),
})

/** The options after parsing: every default filled in, keys perhaps not set. */
export type ParsedOptions = z.output<typeof schema>

/** An account after parsing. */
export type ParsedAccount = z.output<typeof account>
