import { z } from "@medusajs/framework/zod"
import { lineUnits, type Named, text } from "./payload-parts"

const canceledUnits = lineUnits.extend({
  /** All units of the line that Walmart shall show as canceled afterwards; makes sending repeatable. */
  total: z.number().int().min(1),
})

/** Units that will not be shipped. */
export const cancellationPayload = z.looseObject({
  kind: z.literal("cancellation"),
  /** A reason code of the market; empty while nobody chose one. */
  reason: z.string(),
  lines: z.array(canceledUnits).min(1),
  /** Id of the line cancellation it is for; absent when the reason is the order's. */
  cause: text.optional(),
})

/** Units of one line that will not be shipped. */
export type CanceledUnits = Named<z.infer<typeof canceledUnits>>

/** Units that will not be shipped. */
export type CancellationPayload = Named<z.infer<typeof cancellationPayload>>

/** Whether a cancellation names its lines; an early version kept them in another shape. */
export function namesLines({ lines }: CancellationPayload): boolean {
  return Array.isArray(lines)
}
