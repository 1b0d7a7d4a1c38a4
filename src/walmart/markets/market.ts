/** The markets a seller account can belong to, as Walmart's `WM_MARKET` header spells them. */
export type MarketCode = "us" | "ca" | "mx" | "cl"

/** One reason Walmart accepts for canceling a line. */
export interface CancellationReason {
  /** Exact value of `cancellationReason` on the wire. */
  code: string
  label: string
  /** What choosing it causes, in plain words for the person who chooses. */
  effect: string
  /** Walmart accepts it only for a line whose customer asked to cancel. */
  onlyWhenCustomerAsked: boolean
  /** Walmart then sets the item's stock at the line's ship node to zero. */
  zeroesStock: boolean
  countsAgainstSeller: boolean
}

/** How old the built-in list of a market's carriers is. */
export interface CarrierList {
  /** Day of Walmart's newest published change that the list has (`2026-10-30`); `null` where Walmart publishes no list. */
  asOf: string | null
  /** Page of Walmart's that has the present list. */
  url: string
}

/** What Walmart expects of a seller, in percent; `null` where it publishes no figure. */
export interface Standards {
  /** Share of orders that the seller cancels: less than this. */
  cancellation: number | null
  /** Share of parcels with a valid tracking number: at least this. */
  validTracking: number | null
  /** Share of orders that arrive in time: more than this. */
  onTimeDelivery: number | null
}

/** What holds in one market. Hours and days are Walmart's published figures; `null` where it publishes none. */
export interface Market {
  code: MarketCode
  name: string
  /** ISO 4217, upper case. */
  currency: string
  /** Headers that every call of this market carries besides the common ones. */
  headers: Record<string, string>
  cancellationReasons: CancellationReason[]
  /** Exact strings Walmart accepts as `carrierName.carrier`. */
  carriers: string[]
  carrierList: CarrierList
  /** Patterns of numbers that a store added, by Walmart's carrier name; they have passed `patternFault`. */
  carrierNumbers: Readonly<Record<string, readonly string[]>>
  /** Sites of tracking links that a store added, by Walmart's carrier name; subdomains count. */
  carrierSites: Readonly<Record<string, readonly string[]>>
  /** Codes of ship methods that a store added. */
  shipMethods: readonly string[]
  /** Each shipped line says from which country it is shipped (`shipFromCountry`). */
  namesShipFromCountry: boolean
  /** What one acknowledgment concerns: the whole order, or the lines that it names. */
  acknowledges: "orders" | "lines"
  /** Whether refunds of an order can be sent; elsewhere they are made in Seller Center. */
  takesRefunds: boolean
  /**
   * How the refund of a return is asked for: `units` names what is to be refunded, `receipt` what was received, and shows no parts.
   * Null where Walmart offers it to no program (docs/walmart-api.md, "Returns").
   */
  returnRefund: "units" | "receipt" | null
  /** Least sum of money there is, in hundredths: a peso of Chile has no decimals. */
  leastMoney: 1 | 100
  /** Hours from the creation of a Walmart order to its acknowledgment. */
  acknowledgeWithinHours: number
  /** Calendar days after the estimated ship date after which Walmart cancels what has not shipped. */
  autoCancelAfterDays: number | null
  /** Hours after a line was marked shipped during which its tracking can be corrected. */
  trackingCorrectionHours: number | null
  /**
   * Which number `currentTrackingInfo` names when tracking is corrected: the one that Walmart has, or the new one. Walmart's words may
   * mean either (docs/walmart-api.md, "Tracking correction").
   */
  currentTrackingNames: "old" | "new"
  standards: Standards
  /** Most order lines in one ship or cancel call. */
  maxLinesPerWrite: number
  /** Address of the order in Seller Center, for a link a person follows. */
  sellerCenterOrderUrl: (purchaseOrderId: string) => string
}

/**
 * What a store may change about a market without waiting for a release. Carriers and reasons are added; a reason with a known code
 * replaces it.
 */
export interface MarketOverrides {
  /** Names that Walmart lists by now, as it spells them. */
  carriers?: string[]
  /** Walmart carrier name to patterns of its numbers, so that these identify the carrier. */
  carrierNumbers?: Record<string, string[]>
  /** Walmart carrier name to sites of its tracking links, so that a link identifies the carrier. */
  carrierSites?: Record<string, string[]>
  /** Codes of ship methods that Walmart gives orders by now. */
  shipMethods?: string[]
  cancellationReasons?: CancellationReason[]
  acknowledgeWithinHours?: number
  autoCancelAfterDays?: number | null
  trackingCorrectionHours?: number | null
  currentTrackingNames?: "old" | "new"
  maxLinesPerWrite?: number
}
