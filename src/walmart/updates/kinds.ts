import { acknowledgmentKind } from "./acknowledgment/acknowledgment-kind"
import { cancellationKind } from "./cancellation/cancellation-kind"
import type { Content, Kind } from "./model/kind"
import type { LineUnits } from "./payloads/payload-parts"
import { ownValue } from "../common/own-value"
import { refundKind } from "./refund/refund-kind"
import { shipmentKind } from "./shipment/shipment-kind"
import { trackingCorrectionKind } from "./tracking-correction/tracking-correction-kind"
import {
  type KnownUpdate,
  PAYLOAD_VERSION,
  type UpdateKind,
  type UpdatePayload,
} from "./model/update"

/** The kinds of updates: one row each. Everything that differs between kinds is read from here. */
export const KINDS = {
  acknowledgment: acknowledgmentKind,
  shipment: shipmentKind,
  cancellation: cancellationKind,
  tracking_correction: trackingCorrectionKind,
  refund: refundKind,
} satisfies { [Name in UpdateKind]: Kind<Extract<UpdatePayload, { kind: Name }>> }

/** A registry by the names of its kinds. Functions that read one take it as their last argument. */
export type Kinds = Readonly<Record<string, Kind>>

/** Names of the kinds, in the order of the registry. */
export const UPDATE_KINDS = Object.keys(KINDS) as UpdateKind[]

/** Names of the kinds as a sender prefers them. */
export function byUrgency<Name extends string>(kinds: Readonly<Record<Name, Kind>>): Name[] {
  const names = Object.keys(kinds) as Name[]
  return names.sort((a, b) => kinds[a].urgency - kinds[b].urgency)
}

/** The kind of this name; undefined when there is none, as in a row of another version. */
export function findKind(name: unknown, kinds: Kinds = KINDS): Kind | undefined {
  return typeof name === "string" ? ownValue(kinds, name) : undefined
}

/** The kind of a payload. @throws TypeError when there is no such kind */
export function kindOf({ kind }: { kind: string }, kinds: Kinds = KINDS): Kind {
  const found = findKind(kind, kinds)
  if (found) return found
  throw new TypeError(
    `There is no update of kind "${kind}"; one of another version cannot be read.`
  )
}

/**
 * Whether this version understands an update's payload. One that it does not is left to a person: nothing is concluded from it.
 */
export function isReadable(
  { payload, payloadVersion }: Pick<KnownUpdate, "payload" | "payloadVersion">,
  kinds: Kinds = KINDS
): boolean {
  if (payloadVersion !== PAYLOAD_VERSION) return false
  return findKind(payload.kind, kinds)?.isReadable(payload) ?? false
}

/** What an update is about. @throws TypeError when there is no such kind */
export function contentOf(payload: UpdatePayload, kinds: Kinds = KINDS): Content {
  return { ...NO_CONTENT, ...kindOf(payload, kinds).content(payload) }
}

/** What an update is about that cannot be read. */
export const NO_CONTENT: Content = {
  fulfillmentId: null,
  packages: [],
  reason: null,
  lines: [],
  refunds: [],
  shipAnyway: false,
}

/** All units that an update names. */
export function unitsNamed({ packages, lines }: Content): LineUnits[] {
  return [...packages.flatMap((parcel) => parcel.lines), ...lines]
}

/** Tracking numbers that an update sends. @throws TypeError when there is no such kind */
export function trackingNumbersOf(payload: UpdatePayload, kinds: Kinds = KINDS): string[] {
  return contentOf(payload, kinds).packages.map(({ trackingNumber }) => trackingNumber)
}
