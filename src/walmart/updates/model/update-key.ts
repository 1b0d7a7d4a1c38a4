import type { KnownUpdate } from "./update"

/** Key of a desired change, without the count of the times it was given up and wanted again. */
export function firstKey(uniqueKey: string): string {
  return uniqueKey.split("#")[0]
}

/** Key for a desired change now: what was given up before it was sent may be wanted again, under a key of its own. */
export function nextKey(known: KnownUpdate[], key: string): string {
  const before = known.filter(({ uniqueKey }) => firstKey(uniqueKey) === key).length
  return before === 0 ? key : `${key}#${before + 1}`
}

/** The update that stands for a desired change: the last of those that wanted it, whatever became of the ones before; none when nobody did. */
export function lastOf(known: KnownUpdate[], key: string): KnownUpdate | undefined {
  return known
    .filter(({ uniqueKey }) => firstKey(uniqueKey) === key)
    .reduce<KnownUpdate | undefined>(
      (last, one) => (last === undefined || one.sequence >= last.sequence ? one : last),
      undefined
    )
}

/** Key of the update that tells about a fulfillment. */
export function shipmentKey(fulfillmentId: string): string {
  return `shipment:${fulfillmentId}`
}
