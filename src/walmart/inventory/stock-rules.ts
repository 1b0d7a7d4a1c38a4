import { ownValue } from "../common/own-value"
import type { StockRules } from "./stock-figure"

/** When stock is sent: never, after a cancellation that Walmart confirmed, or after any change. */
export const STOCK_MODES = ["off", "after_cancellation", "all"] as const

/** What an account's options say about its stock. */
export interface StockSettings {
  stockBuffer: number
  stockCap?: number
  stockAddBackOpenOrders: boolean
  /** By Walmart SKU; what is left out follows the account. */
  stockSkus: Record<string, { buffer?: number; cap?: number }>
  /** Walmart SKU to Medusa SKU, where they differ. */
  skuMap: Record<string, string>
}

/** What holds for one Walmart SKU. */
export function stockRulesFor(sku: string, settings: StockSettings): StockRules {
  const own = ownValue(settings.stockSkus, sku)
  return {
    buffer: own?.buffer ?? settings.stockBuffer,
    cap: own?.cap ?? settings.stockCap ?? null,
    addBackOpenOrders: settings.stockAddBackOpenOrders,
  }
}

/** Walmart SKUs under which a Medusa SKU is sold: those that are mapped to it, and itself unless that means another one. */
export function walmartSkusOf(medusaSku: string, { skuMap }: Pick<StockSettings, "skuMap">) {
  const mapped = Object.keys(skuMap).filter((sku) => skuMap[sku] === medusaSku)
  const isItself = ownValue(skuMap, medusaSku) === undefined && mapped.length === 0
  return isItself ? [medusaSku] : mapped
}
