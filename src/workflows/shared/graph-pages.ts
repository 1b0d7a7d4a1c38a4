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
  let page: T[]
  let behind = {}
  do {
    const { data } = await query.graph({
      ...{ entity, fields, filters: { ...filters, ...behind } },
      pagination: { take: PAGE, order: { id: "ASC" } },
    })
    page = withoutNulls(data) as T[]
    yield page
    behind = { id: { $gt: page.at(-1)?.id } }
  } while (page.length === PAGE)
}
