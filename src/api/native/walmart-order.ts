import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../../modules/walmart"
import { isMissingTable } from "../../modules/walmart/common/failure"
import { linkedOrderOf } from "../../workflows/shared/linked-order"
import type WalmartModuleService from "../../modules/walmart/service"

/** A Walmart order that a native route is about to change. */
export interface NativeOrder {
  /** Id of the Walmart order. */
  id: string
  /** Id of its Medusa order. */
  order_id: string
  account_id: string
  purchase_order_id: string
}

/** Finds the id of the Medusa order that a request is about; null when there is none. */
export type OrderIdOf = (req: AuthenticatedMedusaRequest) => Promise<string | null>

/**
 * The Walmart order of a Medusa order, by one indexed read; null for orders of other channels, and while the plugin's tables are
 * not there, because then no order is Walmart's. Where only an upgrade is not migrated, Walmart's orders are refused.
 * @throws MedusaError NOT_ALLOWED for a Walmart order of a database that lacks columns
 */
export async function walmartOrderOf(
  scope: MedusaContainer,
  order_id: string
): Promise<NativeOrder | null> {
  const walmart = scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const found = await walmart.orderOf(order_id).catch(noTable)
  if (!found) return null
  await walmart.tables.needed()
  const { id, account_id, purchase_order_id } = found
  return { id, order_id, account_id, purchase_order_id }
}

/** @throws what is no missing table */
function noTable(error: unknown): null {
  if (isMissingTable(error)) return null
  throw error
}

/** The order is named in the path, as `/admin/orders/:id/…` does. */
export const orderInPath: OrderIdOf = async ({ params }) => params.id

/** The order is named in the body as `order_id`. */
export const orderInBody: OrderIdOf = async ({ validatedBody }) => {
  const { order_id: id } = (validatedBody ?? {}) as { order_id?: unknown }
  return typeof id === "string" ? id : null
}

/** The path names something that belongs to an order. */
function orderBy(entity: string, field: string): OrderIdOf {
  return async ({ scope, params }) => {
    const query = scope.resolve(ContainerRegistrationKeys.QUERY)
    const filters = { id: params.id }
    const { data } = await query.graph({ entity, fields: ["id", field], filters })
    return idIn(data[0], field.split("."))
  }
}

function idIn(value: unknown, [name, ...rest]: string[]): string | null {
  if (name === undefined) return typeof value === "string" ? value : null
  if (typeof value !== "object" || value === null) return null
  return idIn((value as Record<string, unknown>)[name], rest)
}

/** The path names a fulfillment. */
export const orderOfFulfillment: OrderIdOf = async ({ scope, params }) =>
  linkedOrderOf(scope, params.id)

/** The path names a payment. */
export const orderOfPayment = orderBy("payment", "payment_collection.order.id")

/** The path names a return. */
export const orderOfReturn = orderBy("return", "order_id")

/** The path names a claim. */
export const orderOfClaim = orderBy("order_claim", "order_id")

/** The path names an exchange. */
export const orderOfExchange = orderBy("order_exchange", "order_id")
