import { z } from "@medusajs/framework/zod"
import type { Named } from "./payload-parts"

/** Walmart acknowledges whole purchase orders in the US, so there is nothing to say but that it is wanted. */
export const acknowledgmentPayload = z.looseObject({ kind: z.literal("acknowledgment") })

/** That an order is acknowledged. */
export type AcknowledgmentPayload = Named<z.infer<typeof acknowledgmentPayload>>
