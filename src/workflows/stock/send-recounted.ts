import type { MedusaContainer } from "@medusajs/framework/types"
import { type StockReading, targetOf } from "../../modules/walmart/queue/stock/reading"
import type { HeldStock } from "../../modules/walmart/queue/stock/stock-desk"
import { isRecounted } from "../../walmart/inventory/recount"
import { walmartOf } from "../import/store/load-store"
import { countStock } from "./read-stock"
import { shelfMoves } from "./shelf-moves"

/** Sends those of some held figures of which another count than at the begin of the hold is on the shelf. @returns ids of their rows */
export async function sendRecounted(
  container: MedusaContainer,
  held: HeldStock[]
): Promise<string[]> {
  const walmart = walmartOf(container)
  const recounted: string[] = []
  for (const one of held) {
    if (!walmart.hasAccount(one.account_id)) continue
    const [reading] = await countStock(container, one.account_id, [targetOf(one.account_id, one)])
    if ("code" in reading || !(await isCounted(container, reading, one))) continue
    if (await walmart.stock.push(one.id)) recounted.push(one.id)
  }
  return recounted
}

async function isCounted(
  container: MedusaContainer,
  reading: StockReading,
  { held_stocked: stocked, held_at }: HeldStock
): Promise<boolean> {
  const moves = await shelfMoves(container, reading, held_at)
  return isRecounted(reading.stocked, { stocked, at: held_at.getTime() }, moves, Date.now())
}
