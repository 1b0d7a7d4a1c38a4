import { carrierByName } from "../carriers/carriers"
import type { Market } from "../markets/market"
import { checkReason } from "../markets/markets"
import { didYouMean } from "../carriers/nearest"
import { listOf, shownValue } from "../common/problem"
import { checkRefundReason } from "../refunds/reasons"

/** Settings of an account as a person edits them; null follows the options, an empty reason is none. */
export interface EditedSettings {
  carrier_map?: Record<string, string> | null
  default_reason?: string | null
  refund_reason_map?: Record<string, string> | null
}

/** The settings in Walmart's spelling, and a sentence for each thing that is wrong. */
export interface CheckedSettings<T> {
  settings: T
  refusals: string[]
}

/** Checks carriers and reason against the market. A market without a published carrier list takes every name. */
export function checkSettings<T extends EditedSettings>(
  settings: T,
  market: Market
): CheckedSettings<T> {
  const entries = Object.entries(settings.carrier_map ?? {})
  const named = entries.map(([key, name]) => ({ key, name, carrier: nameFor(name, market) }))
  const carriers = settings.carrier_map
    ? { carrier_map: Object.fromEntries(named.map(({ key, carrier }) => [key, carrier ?? ""])) }
    : {}
  const unknown = named.filter(({ carrier }) => carrier === null)
  return {
    settings: { ...settings, ...carriers },
    refusals: [
      ...unknown.map(({ key, name }) => carrierRefusal(key, name, market)),
      ...reasonRefusals(settings.default_reason, market),
      ...refundReasonRefusals(settings.refund_reason_map ?? {}),
    ],
  }
}

function nameFor(name: string, market: Market): string | null {
  return carrierByName(name, market) ?? (market.carriers.length === 0 ? name : null)
}

function carrierRefusal(key: string, name: string, market: Market): string {
  const examples = listOf(market.carriers.slice(0, 4))
  return `"${shownValue(name)}" (for ${shownValue(key)}) is not a carrier of Walmart ${market.name}${didYouMean(name, market.carriers)}. Use a name of its list, such as ${examples}, or leave the entry out, so that the tracking number or link decides.`
}

/** Only some orders are asked to be canceled by their customer, so that reason cannot be everybody's default. */
function reasonRefusals(reason: string | null | undefined, market: Market): string[] {
  if (!reason) return []
  const problem = checkReason(market, reason, { customerAsked: false })
  return problem ? [`${problem.message} ${problem.remedy}`] : []
}

function refundReasonRefusals(reasons: Record<string, string>): string[] {
  return Object.entries(reasons).flatMap(([key, reason]) => {
    const problem = checkRefundReason(reason)
    return problem ? [`For ${shownValue(key)}: ${problem.message} ${problem.remedy}`] : []
  })
}
