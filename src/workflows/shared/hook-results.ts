import { z } from "@medusajs/framework/zod"
import { countable } from "../../walmart/common/countable"
import { plannedUpdates } from "../../walmart/updates/update-schema"
import { verbatim } from "../../walmart/words/phrase"
import { invalid } from "./refusals"

/*
 * What a store's hooks may answer. An answer that makes no sense is refused here, in words for the store's developer, because
 * further in nobody could tell where it came from.
 */

/** Answer of `mapCarriers`: Walmart carrier by fulfillment id; the account's map and the number decide for the others. */
export const carriersByFulfillment = z
  .unknown()
  .transform((answer) =>
    read(
      "mapCarriers",
      z.record(z.string(), z.string()),
      answer ?? {},
      "Return Walmart's carrier names by fulfillment id."
    )
  )

/** Answer of `changeUpdates`: the updates to queue instead of the planned ones; undefined changes nothing. */
export const changedUpdates = z.unknown().transform((answer) => {
  if (answer === undefined || answer === null) return undefined
  const remedy = "Return updates as the hook was given them, changed or left out."
  return read("changeUpdates", plannedUpdates, answer, remedy)
})

const figure = z.object({
  sku: z.string(),
  ship_node_id: z.string().nullable(),
  amount: z.number().int().min(0).transform(countable),
})

/** Answer of `chooseFigures`: other amounts for some of the figures; undefined changes nothing. */
export const chosenFigures = z.unknown().transform((answer) => {
  if (answer === undefined || answer === null) return undefined
  const remedy =
    "Return a list of { sku, ship_node_id, amount }, each amount a whole number from 0."
  return read("chooseFigures", z.array(figure), answer, remedy)
})

const extraData = z.record(z.string(), z.unknown())

const mapped = z.strictObject({
  metadata: extraData.optional(),
  items: z.record(z.string(), extraData).optional(),
})

/** What `mapOrder` adds to an order that is about to be made. */
export type MappedOrder = z.output<typeof mapped>

/** Answer of `mapOrder`: data to keep on the order and its items; undefined adds nothing. */
export const mappedOrder = z.unknown().transform((answer) => {
  if (answer === undefined || answer === null) return undefined
  const remedy =
    "Return { metadata, items }: data to keep on the order, and on items by Walmart's line number."
  return read("mapOrder", mapped, answer, remedy)
})

/** @throws MedusaError INVALID_DATA that names the hook and the place */
function read<T>(hook: string, schema: z.ZodType<T>, answer: unknown, remedy: string): T {
  const { data, error } = schema.safeParse(answer)
  if (!error) return data
  const { path, message } = error.issues[0]
  const where = path.length > 0 ? ` at "${path.join(".")}"` : ""
  throw invalid(
    verbatim(
      `The hook ${hook} answered something that cannot be used${where}: ${message}. ${remedy}`
    )
  )
}
