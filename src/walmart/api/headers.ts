/** What decides the headers of an account's calls. */
export interface HeaderSettings {
  /** `us`, or `ca`, `mx`, `cl` of the Global Marketplace API. */
  market: string
  /** Talk to the stateful sandbox (docs/walmart-api.md, "Authentication and headers"). */
  sandbox: boolean
  /** Added to every call, such as `WM_CONSUMER.CHANNEL.TYPE`. Cannot replace the headers that make a call valid. */
  extraHeaders?: Record<string, string>
}

/** Headers of every call to Walmart except its credentials (docs/walmart-api.md, "Authentication and headers"). */
export function commonHeaders(
  settings: HeaderSettings,
  correlationId: string
): Record<string, string> {
  const market = settings.market.toLowerCase()
  const isGlobal = market !== "us"
  return {
    "WM_SVC.NAME": "Walmart Marketplace",
    ...settings.extraHeaders,
    ...(isGlobal && { WM_MARKET: market, WM_GLOBAL_VERSION: "3.1" }),
    ...(settings.sandbox && { WM_SANDBOX: "v2" }),
    "WM_QOS.CORRELATION_ID": correlationId,
    Accept: "application/json",
  }
}
