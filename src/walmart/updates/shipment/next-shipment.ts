import { type CallLimits, type NextCall, type NextAction, NOTHING } from "../model/next-action"
import type { Order } from "../../orders/order"
import {
  shipmentBody,
  type ShipmentRemainder,
  shipmentRemainders,
  unshownPackages,
} from "./shipment"
import { sumOfUnits } from "../../common/units"
import { correctionsIn, shipmentsIn } from "../model/known-payloads"
import { packagesOf, type ShipmentPayload } from "../payloads/shipment-payload"
import type { KnownUpdate } from "../model/update"
import { isUnfinished } from "../model/update-status"

/** Shipments go together, as far as none of them is in conflict with what Walmart shows. */
export function nextShipment(
  order: Order,
  head: KnownUpdate<ShipmentPayload>[],
  all: KnownUpdate[],
  limits: CallLimits
): NextAction {
  const earlier = sentShipments(all)
  const remainders = shipmentRemainders(order, [...earlier, ...head.map(({ payload }) => payload)])
  const mine = head.map((update, index) => ({
    update,
    remains: remainders[earlier.length + index],
  }))
  const stop = mine.findIndex(({ remains }) => remains.conflict !== null)
  const before = stop === -1 ? mine : mine.slice(0, stop)
  const inPart = mine.slice(stop === -1 ? mine.length : stop).slice(0, 1)
  const sendable = fromOneCountry([...before, ...inPart].filter(isSendable))
  const wanted = sendable.slice(0, limits.maxUpdates)
  return {
    ...NOTHING,
    done: before.filter(({ remains }) => !isLeft(remains)).map(({ update }) => update.id),
    attention: conflictAt(mine[stop]),
    call: wanted.length === 0 ? null : shipmentCall(order, wanted, limits),
  }
}

/** Units of shipments that wait, or that wait for a person, which Walmart does not show as gone yet. Payloads must make sense. Pure. */
export function unitsOnTheWay(order: Pick<Order, "lines">, updates: KnownUpdate[]): number {
  const earlier = sentShipments(updates)
  const waiting = shipmentsIn(updates.filter(isUnfinished))
  const packages = unshownPackages(order, [...earlier, ...waiting]).slice(earlier.length)
  return sumOfUnits(packages.flat().flatMap(({ lines }) => lines))
}

interface Compared {
  update: KnownUpdate<ShipmentPayload>
  remains: ShipmentRemainder
}

/** A line names one country in a call, so what leaves from another one follows in the next. */
function fromOneCountry(wanted: Compared[]): Compared[] {
  const country = ({ update }: Compared) => update.payload.shipFromCountry
  const other = wanted.findIndex((one) => country(one) !== country(wanted[0]))
  return other === -1 ? wanted : wanted.slice(0, other)
}

function shipmentCall(order: Order, wanted: Compared[], limits: CallLimits): NextCall {
  const parts = wanted.map(({ update, remains }) => ({
    payload: update.payload,
    packages: remains.sendable,
  }))
  return {
    kind: "shipment",
    endpoint: "orders.shipping",
    updateIds: wanted.map(({ update }) => update.id),
    body: shipmentBody(order, parts, limits),
  }
}

function conflictAt(compared: Compared | undefined): NextAction["attention"] {
  const attention = compared?.remains.conflict
  return compared && attention ? { id: compared.update.id, attention } : null
}

function isSendable({ remains }: Compared): boolean {
  return remains.sendable.length > 0
}

function isLeft(remains: ShipmentRemainder): boolean {
  return remains.packages.length > 0
}

/**
 * Units that earlier updates brought to Walmart belong to them. A dismissed one claims none, for nobody knows whether its parcel
 * left: were it to claim what a later one has brought under the same number, that one would be told twice, beyond recall.
 */
function sentShipments(updates: KnownUpdate[]): ShipmentPayload[] {
  return updates
    .filter(({ status }) => status === "sent")
    .sort((a, b) => a.sequence - b.sequence)
    .flatMap(({ payload }) => (payload.kind === "shipment" ? [payload] : []))
    .map((payload) => withCorrectedNumbers(payload, updates))
}

/** Its units may be shown under a number that a correction has brought, or has perhaps brought. */
function withCorrectedNumbers(payload: ShipmentPayload, updates: KnownUpdate[]): ShipmentPayload {
  const brought = correctionsIn(updates)
    .filter(({ toldAs }) => toldAs === payload.fulfillmentId)
    .flatMap((correction) => packagesOf(correction).map(({ trackingNumber }) => trackingNumber))
  return { ...payload, formerNumbers: [...(payload.formerNumbers ?? []), ...brought] }
}
