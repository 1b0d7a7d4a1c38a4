import { CANCEL_REASONS, CARRIERS } from "./wire-values"

/** Markets of the Global API; `WM_MARKET` names one, without it it is `us` (DEV global-api-migration-faq). */
export const MARKETS = ["us", "ca", "mx", "cl"] as const

/** One of {@link MARKETS}. */
export type Market = (typeof MARKETS)[number]

/** What differs between the markets. `carriers` null: Walmart publishes no list, any name is taken. */
export interface MarketRules {
  currency: string
  /** alpha-3, as in delivery addresses */
  country: string
  cancelReasons: readonly string[]
  carriers: ReadonlySet<string> | null
  /** a line of a shipment says from which country it leaves (PHP-CA, mandatory since 2022-07-01) */
  shipFromCountry: boolean
}

const CANADIAN_CARRIERS =
  "UPS|USPS|FedEx|CPC|PCLINT|DHL|GLB|PURINTL_SWWGROUND|FEDEX_SWWEXPRESS|17Track|ASL|CANPAR|CEVA|LOOMIS|SAMEDAY|" +
  "SWYFT|TFORCE|UBI|JIAYOU|LETTERMAIL"

const MEXICAN_CARRIERS = "MX-FEDX|MX-DHL|Estafeta|SFC|PEXP|TRACUSA|UPS|99MIN|17Track|Other"

/** Reasons: DEV global reference; carriers: PHP-CA, PHP-MX and mx-marketplace docs, which may be older than the Global API. */
export const MARKET_RULES: Record<Market, MarketRules> = {
  us: {
    currency: "USD",
    country: "USA",
    cancelReasons: CANCEL_REASONS,
    carriers: CARRIERS,
    shipFromCountry: false,
  },
  ca: {
    currency: "CAD",
    country: "CAN",
    cancelReasons: ["CUSTOMER_REQUESTED_SELLER_TO_CANCEL", "CANCEL_BY_SELLER"],
    carriers: new Set(CANADIAN_CARRIERS.split("|")),
    shipFromCountry: true,
  },
  mx: {
    currency: "MXN",
    country: "MEX",
    cancelReasons: ["MIRAKL_REFUND_45", "MIRAKL_REFUND_15", "SELLER_REJECTION"],
    carriers: new Set(MEXICAN_CARRIERS.split("|")),
    shipFromCountry: false,
  },
  cl: {
    currency: "CLP",
    country: "CHL",
    cancelReasons: ["ERROR_DE_PRECIO", "AGOTADO", "RECHAZAR"],
    carriers: null,
    shipFromCountry: false,
  },
}
