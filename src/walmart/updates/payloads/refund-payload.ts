import { z } from "@medusajs/framework/zod"
import { type Named, text } from "./payload-parts"

const hundredths = z.number().int().min(1)

const refundedPart = z.looseObject({
  lineNumber: text,
  /** `PRODUCT`, `SHIPPING`, or a type of charge that Walmart added later. */
  type: text,
  /** What this refund gives back, tax included. */
  amount: hundredths,
  /** Everything of the part that Walmart shall show as given back afterwards; makes sending repeatable. */
  total: hundredths,
})

/** Money of an order that the buyer gets back. */
export const refundPayload = z.looseObject({
  kind: z.literal("refund"),
  /** Medusa's refund. */
  refundId: text,
  /** The whole of it, hundredths, tax included. */
  amount: hundredths,
  /** One of Walmart's refund reasons. */
  reason: z.string(),
  /** How Walmart's charges of this order are read. */
  chargesPer: z.enum(["line", "unit"]),
  /** What it is for; empty while nobody said so. */
  lines: z.array(refundedPart),
})

/** What is given back of one part of a line. */
export type RefundedPart = Named<z.infer<typeof refundedPart>>

/** Money of an order that the buyer gets back. */
export type RefundPayload = Named<z.infer<typeof refundPayload>>
