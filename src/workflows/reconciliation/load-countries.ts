import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { LoadedMedusaOrder } from "./medusa-side/load-medusa-orders"

/** Country of each stock location that the orders' fulfillments leave from, in capitals (`CA`); one without address is left out. */
export async function loadCountries(
  container: MedusaContainer,
  orders: LoadedMedusaOrder[]
): Promise<ReadonlyMap<string, string>> {
  const found = orders.flatMap(({ order }) =>
    order.fulfillments.flatMap(({ location_id: id }) => (id ? [id] : []))
  )
  const ids = [...new Set(found)]
  if (ids.length === 0) return new Map()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "stock_location",
    fields: ["id", "address.country_code"],
    filters: { id: ids },
  })
  return new Map(
    data.flatMap(({ id, address }): [string, string][] =>
      address?.country_code ? [[id, address.country_code.toUpperCase()]] : []
    )
  )
}
