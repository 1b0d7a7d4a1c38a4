import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { useUpReason } from "../orders/reason-sql"
import { enqueue, type Wanted } from "./enqueue-sql"
import { intervene } from "./intervene-sql"

/** What the planner wants of an order's updates. */
export interface PlanToSave extends Wanted {
  /** Ids of updates that are no longer wanted. */
  supersede: string[]
  /** Reasons that are used up once an update is new. */
  usedReasons: string[]
}

/** Who asks for what the planner wants. */
const PLANNER = "planner"

/**
 * Writes a plan in one transaction: a new update has the reason of one that is superseded for it, which nobody finds once that is done
 * alone.
 * @returns ids of the updates that were new
 */
export async function savePlan(
  db: Knex,
  { order, updates, supersede, usedReasons }: PlanToSave
): Promise<string[]> {
  return db.transaction(async (trx) => {
    for (const id of supersede) await intervene(trx, id, { action: "supersede", by: PLANNER })
    const added = await enqueue(trx, order, updates, PLANNER)
    const used = added.length > 0 ? usedReasons : []
    for (const reason of used) await useUpReason(trx, order.id, reason)
    return added
  })
}
