import { z } from "zod"
import { plannedUpdates } from "../walmart/update-schema"
import { invalid } from "./refusals"

/*
 * What a store's hooks may answer. An answer that makes no sense is refused here, in words for the store's developer, because
 * further in nobody could tell where it came from.
 */

/** Answer of `mapCarriers`: Walmart carrier by fulfillment id; the account's map and the number decide for the others. */
export const carriersByFulfillment = answerOf(
  "mapCarriers",
  z.record(z.string(), z.string()),
  "Return Walmart's carrier names by fulfillment id."
)

/** Answer of `changeUpdates`: the updates to queue instead of the planned ones. */
export const changedUpdates = answerOf(
  "changeUpdates",
  plannedUpdates,
  "Return updates as the hook was given them, changed or left out."
)

function answerOf<T>(hook: string, schema: z.ZodType<T>, remedy: string) {
  return z.unknown().transform((answer): T | null => {
    if (answer === undefined || answer === null) return null
    const { data, error } = schema.safeParse(answer)
    if (!error) return data
    const { path, message } = error.issues[0]
    const where = path.length > 0 ? ` at "${path.join(".")}"` : ""
    throw invalid(
      `The hook ${hook} answered something that cannot be used${where}: ${message}. ${remedy}`
    )
  })
}
