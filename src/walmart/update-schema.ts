import { z } from "@medusajs/framework/zod"
import type { PlannedUpdate, UpdatePayload } from "./update"

/*
 * The updates as zod sees them. Only what the plugin has not just made itself is parsed: answers of a store's hooks, and rows
 * before something is shown or decided about them.
 */

const text = z.string().min(1)
const units = { lineNumber: text, quantity: z.number().int().min(1) }

const carrier = z.union([
  z.looseObject({ carrier: text }),
  z.looseObject({ otherCarrier: z.string(), trackingUrl: z.string() }),
])

const acknowledgment = z.looseObject({ kind: z.literal("acknowledgment") })

const shipment = z.looseObject({
  kind: z.literal("shipment"),
  fulfillmentId: text,
  shippedAt: z.number(),
  packages: z.array(
    z.looseObject({ trackingNumber: z.string(), carrier, lines: z.array(z.looseObject(units)) })
  ),
  formerNumbers: z.array(z.string()).optional(),
  sellerOrderId: text,
  overrideCustomerCancellation: z.boolean().optional(),
})

const cancellation = z.looseObject({
  kind: z.literal("cancellation"),
  reason: z.string(),
  lines: z.array(z.looseObject({ ...units, total: z.number().int().min(1) })).min(1),
  cause: text.optional(),
})

const attention = z.looseObject({ code: text, message: text, nextStep: text })

const payload = z.discriminatedUnion("kind", [acknowledgment, shipment, cancellation])

/** Whether a row's payload holds what its kind needs. */
export function isPayload(value: unknown): value is UpdatePayload {
  return payload.safeParse(value).success
}

/** A list of planned updates. */
export const plannedUpdates: z.ZodType<PlannedUpdate[]> = z.array(
  z.strictObject({
    uniqueKey: text,
    payload,
    attention: attention.nullable(),
    warnings: z.array(z.string()),
    happenedAt: z.number(),
    requestedBy: text.optional(),
  })
)
