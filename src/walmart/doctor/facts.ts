import type { ScopeCheck } from "../api/check-scopes"
import type { ImportSettings, ShippingOption, StoreSide } from "../import/planned-order"
import type { Attention } from "../updates/model/update"
import type { Phrase, Words } from "../words/phrase"

/** What of the store's server concerns all accounts. */
export interface ServerFacts {
  /** The plugin's tables are there, with every column. */
  isMigrated: boolean
  /** What to say of accounts that are not connected; none when all are. */
  absences: Words[]
  connected: string[]
  /** `shared`, `server` or `worker`: what this process does. */
  workerMode: string
  /** Medusa's modules that several processes must share, by name, and whether the store's do. */
  sharedModules: { name: string; isShared: boolean }[]
  /** Whether Redis answers at the address of the store's configuration; null when it names none. No address is one that is no URL. */
  redis: { address: string | null; answers: boolean } | null
}

/** What Walmart says of an account's keys. */
export interface KeyFacts {
  /** Why they do not work; null when they do. */
  problem: Attention | null
  scopes: ScopeCheck[]
  /** Epoch milliseconds; null when Walmart does not say. */
  expiresAt: number | null
  /** The store's stock is sent to Walmart. */
  sendsStock: boolean
}

/** The same moment by three clocks, epoch milliseconds. */
export interface ClockFacts {
  /** Null when Walmart was not reached. */
  walmart: number | null
  database: number
  process: number
}

/** How an account's webhooks are set up; null where Walmart has none. */
export interface WebhookFacts {
  /** Why nothing can be subscribed to; null when it can. */
  obstacle: Phrase[] | null
  /** The options say how events are authenticated. */
  isConfigured: boolean
  /** Subscriptions that deliver here, each with what is wrong with it; null when Walmart could not be asked. */
  own: { warning: Phrase[] | null }[] | null
  /** What is suspicious about the events of the last day. */
  silence: Phrase[] | null
}

/** What of the store an account's orders need. */
export interface PlaceFacts {
  settings: Pick<
    ImportSettings,
    "currency" | "salesChannelId" | "regionId" | "stockLocationId" | "shipNodes" | "shippingOptions"
  > & { carrierMap: Record<string, string> }
  store: Pick<StoreSide, "regions" | "salesChannel" | "locations" | "channelLocationIds">
  /** Ids of those named options, profiles and providers that exist. */
  existing: ReadonlySet<string>
  shippingOptions: ShippingOption[]
  profiles: ShippingProfile[]
}

/** A shipping profile of the store. */
export interface ShippingProfile {
  id: string
  name: string
  /** A product has it. */
  isUsed: boolean
}

/** SKUs on both sides. */
export interface ProductFacts {
  /** What Walmart has, and whether that is all of it; null with the reason when it could not be asked. */
  walmart: { skus: WalmartSku[]; isWhole: boolean } | { problem: Attention }
  /** Variants of the store that Walmart's SKUs mean, by the store's SKU, each with its shipping profile. */
  matched: ReadonlyMap<string, { title: string; profileId: string | null }>
  /** SKUs of the account's sales channel that Walmart does not list, and the first of them; null where that cannot be said. */
  onlyHere: { count: number; skus: string[] } | null
  skuMap: Record<string, string>
}

/** A SKU as Walmart lists it. */
export interface WalmartSku {
  sku: string
  shipNodes: string[]
}

/** How the account's work is doing. */
export interface WorkFacts {
  now: number
  /** Epoch milliseconds; null before the first. */
  lastPollAt: number | null
  lastPollError: Phrase[] | null
  /** Seconds since a worker last looked at the account; null when never. */
  secondsSinceTick: number | null
  oldestDueSeconds: number | null
  dueOrders: number
  paused: boolean
  dryRun: boolean
  /** Why the account is held; null when it is not. */
  blocked: Phrase[] | null
  needsAttention: number
  failedImports: number
  /** Milliseconds between two polls. */
  pollEveryMs: number
  /** The same of the polls of returns. */
  returns: { lastPollAt: number | null; lastPollError: string | null; pollEveryMs: number }
}

/** Open orders from before an account's imports begin. */
export interface OlderOrders {
  /** When they begin, epoch milliseconds. */
  before: number
  count: number
}

/** Everything the doctor knows of an account. */
export interface AccountFacts {
  id: string
  keys: KeyFacts
  clock: ClockFacts
  webhooks: WebhookFacts | null
  places: PlaceFacts
  products: ProductFacts
  /** Null when Walmart could not be asked. */
  older: OlderOrders | null
  work: WorkFacts
}
