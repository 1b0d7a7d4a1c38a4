import { isReadable, kindOf } from "../updates/kinds"
import { inARow, type Phrase, phrase, spoken } from "../words/phrase"
import type { KnownUpdate } from "../updates/model/update"

/** Something about a shipment that may be meant, so that a person decides: confirmed, it is shipped. */
export interface ShipmentConcern {
  /** Stable for one cause; a confirmation counts for it alone. */
  key: string
  /** What it is, with values, and what else can be done. */
  message: string
  words: Phrase[]
}

/** A concern that a person was asked about. */
export interface KeptConcern extends ShipmentConcern {
  /** Id of the person who said to ship anyway; null while nobody did. */
  confirmed_by: string | null
}

/** Concerns as they are now, with who confirmed them before. Pure. */
export function keptConcerns(
  now: ShipmentConcern[],
  before: KeptConcern[] | null | undefined
): KeptConcern[] {
  return now.map((concern) => ({
    ...concern,
    confirmed_by: before?.find(({ key }) => key === concern.key)?.confirmed_by ?? null,
  }))
}

/** The same concerns with exactly the named ones confirmed; who confirmed one before stays. Pure. */
export function confirmConcerns(
  concerns: KeptConcern[],
  keys: string[],
  by: string
): KeptConcern[] {
  return concerns.map((concern) => ({
    ...concern,
    confirmed_by: keys.includes(concern.key) ? (concern.confirmed_by ?? by) : null,
  }))
}

/**
 * What can be confirmed about a fulfillment before it is shipped: updates that wait now, and what the Ship screen asked about the
 * numbers that were typed there. Pure.
 */
export function openConcerns(
  known: KnownUpdate[],
  before: KeptConcern[] | null | undefined
): KeptConcern[] {
  const typed = (before ?? []).filter(({ key }) => !key.startsWith(HELD))
  return keptConcerns([...heldBehind(known), ...typed], before)
}

const HELD = "held:"

/**
 * Earlier updates of the order that wait for a person. Updates of an order reach Walmart in their sequence, so the parcel would
 * not be told before them, and its deadline keeps running. Pure.
 */
export function heldBehind(known: KnownUpdate[]): ShipmentConcern[] {
  return known
    .filter(({ status }) => status === "needs_attention")
    .sort((a, b) => a.sequence - b.sequence)
    .map((update) => concern(`${HELD}${update.id}`, heldWords(update)))
}

/** Something to confirm, in these words. */
export function concern(key: string, phrases: Phrase[]): ShipmentConcern {
  return { key, ...spoken(phrases) }
}

function heldWords(update: KnownUpdate): Phrase[] {
  return [
    phrase("earlier_update_waits", "message", { update: [nameOf(update)] }),
    ...whyWords(update),
    phrase("earlier_update_waits", "remedy", {}),
  ]
}

function whyWords({ attention }: KnownUpdate): Phrase[] {
  if (!attention) return []
  const why = inARow(attention)
  return why.length > 0 ? [phrase("earlier_update_waits", "message_why", { why })] : []
}

/** An update as staff know it from the Walmart box. */
function nameOf(update: KnownUpdate): Phrase {
  if (!isReadable(update)) return phrase("update_named", "unreadable", { id: update.id })
  return kindOf(update.payload).describe(update.payload)
}
