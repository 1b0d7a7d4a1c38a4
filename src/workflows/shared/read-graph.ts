import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What to read of Medusa, as `query.graph` takes it. */
export interface GraphQuestion {
  entity: string
  fields: string[]
  filters?: object
}

/**
 * Reads rows of Medusa by `query.graph`. A link whose other end was deleted is answered as a null inside a list; those are
 * dropped here, on every level, so that one deleted row stops no reader. Rows are as the caller says they are: only the fields
 * that were asked for are there.
 */
export async function readGraph<T>(
  container: MedusaContainer,
  { entity, fields, filters }: GraphQuestion
): Promise<T[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields, filters })
  return withoutNulls(data) as T[]
}

/** The same value with every null taken out of its lists. Pure. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(isThere).map(withoutNulls)
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutNulls(one)]))
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined
}

/** Dates and Medusa's numbers are objects too, and stay as they are. */
function isPlain(value: unknown): value is object {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
