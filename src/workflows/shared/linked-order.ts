import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isElsewhere } from "../../modules/walmart/common/failure"
import { readGraph } from "./read-graph"

const LINKED = `SELECT k.order_id FROM order_fulfillment k JOIN fulfillment f ON f.id = k.fulfillment_id AND f.deleted_at IS NULL
  WHERE k.fulfillment_id = ? AND k.deleted_at IS NULL`

interface LinkedFulfillment {
  order?: { id: string } | null
}

/**
 * The order that Medusa links a fulfillment to; null for one that is linked to none, as providers make it. One small statement where
 * Medusa's own query makes three; that one is asked where the link is kept elsewhere.
 */
export async function linkedOrderOf(
  container: MedusaContainer,
  fulfillmentId: string
): Promise<string | null> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  try {
    const { rows } = await db.raw<{ rows: { order_id: string }[] }>(LINKED, [fulfillmentId])
    return rows.at(0)?.order_id ?? null
  } catch (error) {
    if (!isElsewhere(error)) throw error
    return askQuery(container, fulfillmentId)
  }
}

async function askQuery(container: MedusaContainer, id: string): Promise<string | null> {
  const fields = ["id", "order.id"]
  const question = { entity: "fulfillment", fields, filters: { id } }
  const [found] = await readGraph<LinkedFulfillment>(container, question)
  return found?.order?.id ?? null
}
