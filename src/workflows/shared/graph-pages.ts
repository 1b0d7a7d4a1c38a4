import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type GraphQuestion, withoutNulls } from "./read-graph"

/** Rows of a page: little memory, and few pages. */
const PAGE = 1_000

/**
 * Reads all rows that there are, page by page, each page behind the last id of the one before: no page costs more than the first, and
 * no more than one is held. A row that is added or removed meanwhile moves no other from page to page.
 */
export async function* graphPages<T extends { id: string }>(
  container: MedusaContainer,
  { entity, fields, filters }: GraphQuestion
): AsyncGenerator<T[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  let last: string | null = null
  do {
    const { data }: { data: unknown[] } = await query.graph({
      ...{ entity, fields },
      filters: last === null ? filters : { ...filters, id: { $gt: last } },
      pagination: { take: PAGE, order: { id: "ASC" } },
    })
    const rows = withoutNulls(data) as T[]
    yield rows
    last = data.length < PAGE ? null : (rows.at(-1)?.id ?? null)
  } while (last !== null)
}
