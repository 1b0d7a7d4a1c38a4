import { z } from "@medusajs/framework/zod"
import { LEAST_SECRET } from "../../../modules/walmart/config/webhook-options"
import { noteWhy, text } from "./text"

export const AdminWalmartCancellationReason = z.object({ reason: text.nullable() })

/** Without lines the whole order is canceled. */
export const AdminWalmartCancel = z.object({
  reason: text.optional(),
  lines: z
    .array(z.strictObject({ line_number: text, quantity: z.number().int().min(1) }))
    .min(1)
    .max(1000)
    .refine((lines) => new Set(lines.map((line) => line.line_number)).size === lines.length, {
      error: "A line is named twice. Name each line once, with all units of it.",
    })
    .optional(),
})

const refundLines = z
  .array(z.strictObject({ line_number: text, type: text, amount: z.number().int().min(1) }))
  .min(1)
  .max(2000)

/** Cancels at Walmart what Medusa has no order for. */
export const AdminWalmartCancelUnimported = z.object({ reason: text })

export const AdminWalmartProduct = z.object({ sku: text.max(200), variant_id: text.max(200) })

/** A refund of named lines. */
export const AdminWalmartRefund = z.object({
  lines: refundLines,
  reason: text.max(100).optional(),
  refund_reason_id: text.optional(),
  note: z.string().max(1000).optional(),
})

export const AdminWalmartCarrier = z.object({
  fulfillment_id: text,
  carrier: text.max(100).nullish(),
  tracking_url: text.max(2000).nullish(),
  tracking_number: text.max(200).optional(),
  ship_anyway: z.boolean().optional(),
  confirm: z.array(text.max(500)).max(100).optional(),
  check_only: z.boolean().optional(),
})

/** An empty carrier or link takes away what was there. */
const parcel = {
  carrier: z.string().trim().max(100).optional(),
  tracking_number: text.max(200).optional(),
  tracking_url: z.string().trim().max(2000).optional(),
}

export const AdminWalmartRetry = z.object({
  ...parcel,
  packages: z
    .array(z.object({ ...parcel, package_index: z.number().int().min(0) }))
    .min(1)
    .max(100)
    .optional(),
  reason: text.max(100).optional(),
  refund_lines: refundLines.optional(),
  ship_anyway: z.boolean().optional(),
  package_index: z.number().int().min(0).optional(),
})

export const AdminWalmartDismiss = z.object({ note: noteWhy("this update is dismissed") })

export const AdminWalmartDismissReturn = z.object({ note: noteWhy("this return is dismissed") })

export const AdminWalmartDismissDifferences = z.object({
  note: noteWhy("the order may stay as it is"),
})

export const AdminWalmartNote = z.object({
  note: z.string().trim().max(1000),
})

const updateId = z
  .string()
  .trim()
  .regex(/^wmu_\w+$/, {
    error: ({ input }) =>
      `"${String(input)}" is not the id of an update. Give back what the last answer has as "after".`,
  })

export const AdminWalmartBulkRetry = z
  .object({
    ids: z.array(text).min(1).max(500).optional(),
    error_code: text.optional(),
    account_id: text.optional(),
    after: updateId.optional(),
  })
  .refine(
    ({ ids, error_code, account_id }) => (ids === undefined) === Boolean(error_code || account_id),
    { error: "Say which updates to retry: either ids, or error_code, account_id or both of these." }
  )
  .refine(({ ids, after }) => ids === undefined || after === undefined, {
    error: 'Leave out "after": ids name all updates that are meant.',
  })

/** Whether the order is a case at Walmart. */
export const AdminWalmartCase = z.object({ marked: z.boolean() })

const whyLeftOut = noteWhy("the order stays out of Medusa")

/** Taking it back needs no reason. */
export const AdminWalmartLeaveOut = z
  .object({ left_out: z.boolean(), note: whyLeftOut.optional() })
  .refine(({ left_out, note }) => !left_out || note !== undefined, {
    path: ["note"],
    error: "Say why the order stays out of Medusa.",
  })

export const AdminWalmartKeys = z.object({
  client_id: text.max(200),
  client_secret: text.max(1000),
})

/** What can be guessed is no secret, here as in the options. */
export const AdminWalmartWebhookSecret = z.object({
  name: text.max(200).optional(),
  secret: text.min(LEAST_SECRET).max(1000),
})

const map = z.record(text.max(200), text.max(200))

const entries = z.record(text.max(200), text.max(200).nullable()).optional()

const mapChanges = z.strictObject({
  carrier_map: entries,
  ship_method_map: entries,
  ship_nodes: entries,
  refund_reason_map: entries,
  sku_map: entries,
})

export const AdminWalmartSettings = z.object({
  carrier_map: map.nullish(),
  ship_method_map: map.nullish(),
  ship_nodes: map.nullish(),
  stock_location_id: text.max(200).nullish(),
  default_reason: z.string().trim().nullish(),
  refund_reason_map: map.nullish(),
  dry_run: z.boolean().nullish(),
  sku_map: map.nullish(),
  changes: mapChanges.optional(),
})

export const AdminWalmartSetup = z.object({
  account_id: text,
  steps: z.array(text.max(1000)).max(100),
  stock_location_id: text.max(200).optional(),
  ship_nodes: map.optional(),
})
