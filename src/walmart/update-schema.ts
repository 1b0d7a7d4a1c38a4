import { z } from "zod"
import type { PlannedUpdate } from "./update"

/*
 * The updates as zod sees them. Only what comes from outside is parsed: answers of a store's hooks.
 */

const text = z.string().min(1)
const units = { lineNumber: text, quantity: z.number().int().min(1) }

const carrier = z.union([
  z.strictObject({ carrier: text }),
  z.strictObject({ otherCarrier: z.string(), trackingUrl: z.string() }),
])

const acknowledgment = z.strictObject({ kind: z.literal("acknowledgment") })

const shipment = z.strictObject({
  kind: z.literal("shipment"),
  fulfillmentId: text,
  shippedAt: z.number(),
  packages: z.array(
    z.strictObject({ trackingNumber: z.string(), carrier, lines: z.array(z.strictObject(units)) })
  ),
  formerNumbers: z.array(z.string()).optional(),
  sellerOrderId: text,
  overrideCustomerCancellation: z.boolean().optional(),
})

const cancellation = z.strictObject({
  kind: z.literal("cancellation"),
  reason: z.string(),
  lines: z.array(z.strictObject({ ...units, total: z.number().int().min(1) })).min(1),
})

const attention = z.strictObject({ code: text, message: text, nextStep: text })

/** A list of planned updates; unknown fields are refused, since nothing would ever read them. */
export const plannedUpdates: z.ZodType<PlannedUpdate[]> = z.array(
  z.strictObject({
    uniqueKey: text,
    payload: z.discriminatedUnion("kind", [acknowledgment, shipment, cancellation]),
    attention: attention.nullable(),
    warnings: z.array(z.string()),
    happenedAt: z.number(),
  })
)
