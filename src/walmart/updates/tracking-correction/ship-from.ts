import { shipmentsIn } from "../model/known-payloads"
import type { KnownUpdate } from "../model/update"

/** Country that Walmart was told a fulfillment's shipment leaves from; none where its market does not ask. Pure. */
export function toldCountry(known: KnownUpdate[], fulfillmentId: string): string | undefined {
  return shipmentsIn(known)
    .filter((told) => told.fulfillmentId === fulfillmentId)
    .flatMap(({ shipFromCountry }) => shipFromCountry ?? [])
    .at(-1)
}
