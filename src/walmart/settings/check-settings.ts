import { carrierByName } from "../carriers/carriers"
import type { Market } from "../markets/market"
import { checkReason } from "../markets/markets"
import { nearest } from "../carriers/nearest"
import { shownValue } from "../common/problem"
import { checkRefundReason } from "../refunds/reasons"
import { inARow, type Phrase, phrase } from "../words/phrase"

/** Settings of an account as a person edits them; null follows the options, an empty reason means no reason. */
export interface EditedSettings {
  carrier_map?: Record<string, string> | null
  default_reason?: string | null
  refund_reason_map?: Record<string, string> | null
}

/** The settings in Walmart's spelling, and what is wrong with them. */
export interface CheckedSettings<T> {
  settings: T
  refusals: Phrase[]
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
      ...unknown.flatMap(({ key, name }) => carrierRefusal(key, name, market)),
      ...reasonRefusals(settings.default_reason, market),
      ...refundReasonRefusals(settings.refund_reason_map ?? {}),
    ],
  }
}

function nameFor(name: string, market: Market): string | null {
  return carrierByName(name, market) ?? (market.carriers.length === 0 ? name : null)
}

function carrierRefusal(key: string, name: string, market: Market): Phrase[] {
  const near = nearest(name, market.carriers) ?? ""
  const about = { id: shownValue(key), name: shownValue(name), market: market.name, near }
  const examples = { or: market.carriers.slice(0, 4) }
  return [
    phrase("setting_unknown", near ? "message_carrier_near" : "message_carrier", about),
    phrase("setting_unknown", "remedy_carrier", { examples }),
  ]
}

/** Only some orders are asked to be canceled by their customer, so that reason cannot be everybody's default. */
function reasonRefusals(reason: string | null | undefined, market: Market): Phrase[] {
  if (!reason) return []
  const problem = checkReason(market, reason, { customerAsked: false })
  return problem ? inARow(problem) : []
}

function refundReasonRefusals(reasons: Record<string, string>): Phrase[] {
  return Object.entries(reasons).flatMap(([key, reason]) => {
    const problem = checkRefundReason(reason)
    const about = phrase("setting_unknown", "about", { id: shownValue(key) })
    return problem ? [about, ...inARow(problem)] : []
  })
}
