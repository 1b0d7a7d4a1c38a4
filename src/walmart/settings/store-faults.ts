import type { ImportSettings, StoreSide } from "../import/planned-order"
import { regionOf } from "../import/plan-places"
import { shownValue } from "../common/problem"
import { type Phrase, phrase, wordsOf } from "../words/phrase"

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
 * What keeps every order of an account from being imported, or is named in its options and does not exist in the store: each in
 * words with what to do. Orders are checked one by one too; this says it before the first arrives.
 */
export function storeFaults(named: NamedPlaces, store: StorePlaces): Phrase[][] {
  const region = regionOf(store, named, named.currency)
  return [
    ...channelFaults(named, store).map(alone),
    ...("code" in region ? [Object.values(wordsOf(region)).flat()] : []),
    ...locationFaults(named, store).map(alone),
    ...unknownIds(named, store).map(alone),
  ]
}

const alone = (sentence: Phrase) => [sentence]

/** What is wrong with the sales channel of imported orders. */
export function channelFaults(
  { salesChannelId }: Pick<NamedPlaces, "salesChannelId">,
  { salesChannel }: Pick<StorePlaces, "salesChannel">
): Phrase[] {
  if (salesChannel) return []
  return salesChannelId
    ? [missing("sales_channel", salesChannelId, "salesChannelId")]
    : [phrase("check_sales_channel", "message_missing", {})]
}

/** What is wrong with the stock locations from which orders ship. */
export function locationFaults(
  named: Pick<NamedPlaces, "shipNodes" | "stockLocationId">,
  store: Omit<StorePlaces, "existing">
): Phrase[] {
  const ids = new Set(store.locations.map(({ id }) => id))
  const nodes = Object.entries(named.shipNodes)
  const byName = [
    ...(named.stockLocationId ? [["stockLocationId", named.stockLocationId]] : []),
    ...nodes.map(([node, id]) => [`shipNodes.${shownValue(node)}`, id]),
  ]
  const unknown = byName.filter(([, id]) => !ids.has(id))
  const isChosen = named.stockLocationId !== undefined || nodes.length > 0
  return [
    ...unknown.map(([option, id]) => missing("stock_location", id, option)),
    ...(isChosen ? [] : unclearLocation(store)),
  ]
}

/** Walmart's own ids of its ship nodes say nothing to Medusa. */
function unclearLocation({
  salesChannel,
  locations,
  channelLocationIds,
}: Omit<StorePlaces, "existing">): Phrase[] {
  if (!salesChannel || channelLocationIds.length === 1) return []
  const linked = locations.filter(({ id }) => channelLocationIds.includes(id))
  const channel = salesChannel.name
  if (linked.length === 0) return [phrase("check_stock_location", "message_none", { channel })]
  const choices = linked.map(({ name, id }) => `${name} (${id})`).join(", ")
  const about = { channel, locations: linked.length, choices }
  return [phrase("check_stock_location", "message_several", about)]
}

/** Shipping options, profiles and providers of the options that do not exist. */
export function unknownIds(named: NamedPlaces, { existing }: StorePlaces): Phrase[] {
  const options = named.shippingOptions.flatMap(({ id, shippingProfileId: profile }, index) => {
    const path = `shippingOptions.${index}`
    return [
      { what: "shipping_option" as const, id, option: `${path}.id` },
      ...(profile
        ? [{ what: "shipping_profile" as const, id: profile, option: `${path}.shippingProfileId` }]
        : []),
    ]
  })
  const carriers = Object.keys(named.carrierMap).map((id) => {
    return { what: "carrier_key" as const, id, option: `carrierMap.${shownValue(id)}` }
  })
  return [...options, ...carriers]
    .filter(({ id }) => !existing.has(id))
    .map(({ what, id, option }) => missing(what, id, option))
}

type Named =
  "sales_channel" | "stock_location" | "shipping_option" | "shipping_profile" | "carrier_key"

function missing(what: Named, id: string, option: string): Phrase {
  return phrase("check_options", `message_${what}`, { id: shownValue(id), option })
}
