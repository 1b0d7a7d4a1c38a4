import type { ImportSettings, StoreSide } from "../import/planned-order"
import { regionOf } from "../import/plan-places"
import { listOf, shownValue } from "../common/problem"

/** What an account's options name of the store. */
export type NamedPlaces = Pick<
  ImportSettings,
  "currency" | "salesChannelId" | "regionId" | "stockLocationId" | "shipNodes" | "shippingOptions"
> & {
  /** Shipping option id or fulfillment provider id to carrier. */
  carrierMap: Record<string, string>
}

/** What of it the store has. */
export type StorePlaces = Pick<
  StoreSide,
  "regions" | "salesChannel" | "locations" | "channelLocationIds"
> & {
  /** Ids of those named shipping options, shipping profiles and fulfillment providers that exist. */
  existing: ReadonlySet<string>
}

/**
 * What keeps every order of an account from being imported, or is named in its options and does not exist in the store: each a
 * sentence with what to do. Orders are checked one by one too; this says it before the first arrives.
 */
export function storeFaults(named: NamedPlaces, store: StorePlaces): string[] {
  const region = regionOf(store, named, named.currency)
  return [
    ...channelFaults(named, store),
    ...("code" in region ? [`${region.message} ${region.remedy}`] : []),
    ...locationFaults(named, store),
    ...unknownIds(named, store),
  ]
}

/** What is wrong with the sales channel of imported orders. */
export function channelFaults(
  { salesChannelId }: Pick<NamedPlaces, "salesChannelId">,
  { salesChannel }: Pick<StorePlaces, "salesChannel">
): string[] {
  if (salesChannel) return []
  return salesChannelId
    ? [missing("sales channel", salesChannelId, "salesChannelId")]
    : [
        "The store has no default sales channel: set one in Settings → Store, or set salesChannelId.",
      ]
}

/** What is wrong with the stock locations from which orders ship. */
export function locationFaults(
  named: Pick<NamedPlaces, "shipNodes" | "stockLocationId">,
  store: Omit<StorePlaces, "existing">
): string[] {
  const ids = new Set(store.locations.map(({ id }) => id))
  const nodes = Object.entries(named.shipNodes)
  const byName = [
    ...(named.stockLocationId ? [["stockLocationId", named.stockLocationId]] : []),
    ...nodes.map(([node, id]) => [`shipNodes.${shownValue(node)}`, id]),
  ]
  const unknown = byName.filter(([, id]) => !ids.has(id))
  const isChosen = named.stockLocationId !== undefined || nodes.length > 0
  return [
    ...unknown.map(([option, id]) => missing("stock location", id, option)),
    ...(isChosen ? [] : unclearLocation(store)),
  ]
}

/** Walmart's own ids of its ship nodes say nothing to Medusa. */
function unclearLocation({
  salesChannel,
  locations,
  channelLocationIds,
}: Omit<StorePlaces, "existing">): string[] {
  if (!salesChannel || channelLocationIds.length === 1) return []
  const linked = locations.filter(({ id }) => channelLocationIds.includes(id))
  const choices = linked.map(({ name, id }) => `${name} (${id})`)
  return linked.length === 0
    ? [
        `The sales channel ${salesChannel.name} has no stock location: link one, or set stockLocationId.`,
      ]
    : [
        `The sales channel ${salesChannel.name} has ${linked.length} stock locations, so no order can be imported until stockLocationId says which one ships: ${listOf(choices)}.`,
      ]
}

/** Shipping options, profiles and providers of the options that do not exist. */
export function unknownIds(named: NamedPlaces, { existing }: StorePlaces): string[] {
  const options = named.shippingOptions.flatMap(({ id, shippingProfileId }) => [
    { what: "shipping option", id, option: "shippingOptions" },
    ...(shippingProfileId
      ? [{ what: "shipping profile", id: shippingProfileId, option: "shippingOptions" }]
      : []),
  ])
  const carriers = Object.keys(named.carrierMap).map((id) => {
    return { what: "shipping option or fulfillment provider", id, option: "carrierMap" }
  })
  return [...options, ...carriers]
    .filter(({ id }) => !existing.has(id))
    .map(({ what, id, option }) => missing(what, id, option))
}

function missing(what: string, id: string, option: string): string {
  return `The store has no ${what} "${shownValue(id)}": correct ${option}.`
}
