import { z } from "@medusajs/framework/zod"
import { refundsSentFrom, type SeenRefundWay } from "../../../walmart/refunds/refund-ways"
import type { AccountOptions } from "./options"

/** Texts by text; a map that is damaged counts as not set, so that it never stops an account. */
const map = z.record(z.string(), z.string()).nullish().catch(null)

const stored = z
  .object({
    carrier_map: map,
    ship_method_map: map,
    ship_nodes: map,
    stock_location_id: z.string().nullish().catch(null),
    refund_reason_map: map,
    sku_map: map,
    default_reason: z.string().nullish().catch(null),
    dry_run: z.boolean().nullish().catch(null),
  })
  .catch({})

/** Settings of an account as staff edit them; what is null or left out follows the plugin's options. */
export type AccountSettings = z.infer<typeof stored>

/** Settings that are maps. */
type MapName = "carrier_map" | "ship_method_map" | "ship_nodes" | "refund_reason_map" | "sku_map"

/** Entries of maps to set, or to take out where they are null; all others stay, whoever changes them at the same time. */
export type MapChanges = Partial<Record<MapName, Record<string, string | null> | undefined>>

/** The entries that are set. */
export function entriesSet(changes: MapChanges): AccountSettings {
  return Object.fromEntries(
    Object.entries(changes).map(([name, entries = {}]) => [
      name,
      Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null)),
    ])
  )
}

/** What a map is before staff have changed anything of it. */
export function mapBefore(
  name: string,
  {
    carrierMap,
    shipNodes,
    refundReasonMap,
  }: Pick<AccountOptions, "carrierMap" | "shipNodes" | "refundReasonMap">
): Record<string, string> {
  const followed: Record<string, Record<string, string> | undefined> = {
    ...{ carrier_map: carrierMap, ship_nodes: shipNodes, refund_reason_map: refundReasonMap },
  }
  return followed[name] ?? {}
}

/** What holds for an account: staff's settings where they made any, otherwise the plugin's options. */
export interface EffectiveSettings {
  /** Shipping option id or fulfillment provider id to Walmart carrier name. */
  carrierMap: Record<string, string>
  /** Walmart method code to Medusa shipping option id; asked before the options' `shippingOptions`. */
  shipMethodMap: Record<string, string>
  /** Walmart ship node id to Medusa stock location id. */
  shipNodes: Record<string, string>
  /** Stock location for ship nodes not named above; null for the sales channel's only one. */
  stockLocationId: string | null
  /** Reason used when staff cancel without choosing one; null when there is none. */
  defaultReason: string | null
  /** Medusa refund reason, by id or code, to Walmart's reason. */
  refundReasonMap: Record<string, string>
  /** Walmart SKU to Medusa SKU, where they differ. */
  skuMap: Record<string, string>
  /** Everything is planned and shown, nothing is sent. */
  dryRun: boolean
}

/** The settings of an account row, without anything that does not belong there. */
export function storedSettings(settings: unknown): AccountSettings {
  return stored.parse(settings ?? {})
}

type OwnOptions = Pick<
  AccountOptions,
  | "carrierMap"
  | "defaultCancellationReason"
  | "dryRun"
  | "shipNodes"
  | "stockLocationId"
  | "refundReasonMap"
  | "skuMap"
>

/** What holds for an account, and after which moment its refunds are sent: epoch milliseconds, null while none is. */
export type KnownSettings = EffectiveSettings & { refundsSentFrom: number | null }

/** What holds for an account, by its options and its row. */
export function knownSettings(
  options: OwnOptions & Pick<AccountOptions, "refunds">,
  row: ({ settings: unknown } & SeenRefundWay) | undefined
): KnownSettings {
  const sentFrom = refundsSentFrom(options.refunds, row)
  return { ...effectiveSettings(options, row?.settings ?? null), refundsSentFrom: sentFrom }
}

/**
 * Puts staff's settings over the options. A map replaces the options' map as a whole, so that an entry can be taken away; chosen
 * products come on top of the options' own. An empty reason takes the options' reason away.
 */
export function effectiveSettings(options: OwnOptions, settings: unknown): EffectiveSettings {
  const edited = storedSettings(settings)
  return {
    carrierMap: edited.carrier_map ?? options.carrierMap,
    shipMethodMap: edited.ship_method_map ?? {},
    shipNodes: edited.ship_nodes ?? options.shipNodes,
    stockLocationId: edited.stock_location_id ?? options.stockLocationId ?? null,
    defaultReason: (edited.default_reason ?? options.defaultCancellationReason) || null,
    refundReasonMap: edited.refund_reason_map ?? options.refundReasonMap,
    skuMap: { ...options.skuMap, ...edited.sku_map },
    dryRun: edited.dry_run ?? options.dryRun,
  }
}
