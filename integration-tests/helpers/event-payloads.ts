import { z } from "@medusajs/framework/zod"
import type { WalmartEvents } from "../../src/types"
import type { WalmartPhrase } from "../../src/types/http"
import { NOTIFICATION_KINDS } from "../../src/walmart/notifications/notification-kinds"

const units = z.strictObject({ lineNumber: z.string(), quantity: z.number().int().positive() })

const parcel = z.strictObject({
  ...{ trackingNumber: z.string().nullable(), trackingUrl: z.string().nullable() },
  ...{ carrier: z.string().nullable(), lines: z.array(units) },
})

const ofFulfillment = <Kind extends string>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), fulfillmentId: z.string() })

const change = z.union([
  z.strictObject({ kind: z.literal("cancel_order") }),
  ofFulfillment("cancel_fulfillment"),
  z.strictObject({
    kind: z.literal("take_out"),
    lines: z.array(units.extend({ left: z.number().int() })),
  }),
  z.strictObject({ kind: z.literal("fulfill"), parcel }),
  ofFulfillment("ship").extend({ parcel }),
  ofFulfillment("deliver"),
])

const update = {
  ...{ id: z.string().min(1), walmart_order_id: z.string().min(1) },
  account_id: z.string(),
  kind: z.enum(["acknowledgment", "shipment", "cancellation", "tracking_correction", "refund"]),
}

const cause = z.strictObject({
  ...{ walmart_order_id: z.string().min(1).nullable(), about: z.string() },
  ...{ code: z.string().nullable(), message: z.string().nullable() },
  due_at: z.iso.datetime().nullable(),
})

/** Phrases, which the language files say. */
const sentences = z
  .array(
    z.strictObject({
      key: z.string().regex(/^\w+\.\w+$/),
      params: z.custom<WalmartPhrase["params"]>(),
    })
  )
  .min(1)

/** Every event's payload as its type declares it, with no field more: that both are the same is checked below by the compiler. */
export const EVENT_PAYLOADS = {
  "walmart.order.imported": z.strictObject({
    ...{ id: z.string().min(1), order_id: z.string().min(1) },
  }),
  "walmart.order.attention_needed": z.strictObject({
    ...{ id: z.string().min(1), code: z.string().min(1).nullable() },
    reason: z.string().nullable().optional(),
  }),
  "walmart.order.changed_at_walmart": z.strictObject({
    ...{ id: z.string().min(1), order_id: z.string().min(1) },
    changes: z.array(change).min(1),
  }),
  "walmart.update.sent": z.strictObject({
    ...update,
    ...{ status: z.literal("sent"), error_code: z.null() },
  }),
  "walmart.update.failed": z.strictObject({
    ...update,
    ...{ status: z.literal("needs_attention"), error_code: z.string().min(1).nullable() },
  }),
  "walmart.notification.raised": z.strictObject({
    ...{ id: z.string().min(1), account_id: z.string(), kind: z.enum(NOTIFICATION_KINDS) },
    ...{ count: z.number().int().positive(), title: z.string().min(1) },
    ...{ description: z.string().min(1), causes: z.array(cause).min(1).max(10) },
    words: z.strictObject({ title: sentences, description: sentences }),
  }),
  "walmart.account.second_writer": z.strictObject({
    ...{ account_id: z.string(), message: z.string().optional() },
    ...{ walmart_order_id: z.string().optional(), purchase_order_id: z.string().optional() },
  }),
} satisfies { [Name in keyof WalmartEvents]: z.ZodType<WalmartEvents[Name]> }

type Payload<Name extends keyof WalmartEvents> = z.output<(typeof EVENT_PAYLOADS)[Name]>

type KeysOf<Of> = Of extends unknown ? keyof Of : never

/** `true` while a type and its schema take the same, field by field. */
type IsSame<Name extends keyof WalmartEvents> = [
  WalmartEvents[Name],
  KeysOf<Payload<Name>>,
] extends [Payload<Name>, KeysOf<WalmartEvents[Name]>]
  ? [KeysOf<WalmartEvents[Name]>] extends [KeysOf<Payload<Name>>]
    ? true
    : Name
  : Name

/** Fails to compile when an event's type and its schema differ. */
export const ARE_SAME: { [Name in keyof WalmartEvents]: IsSame<Name> } = {
  "walmart.order.imported": true,
  "walmart.order.attention_needed": true,
  "walmart.order.changed_at_walmart": true,
  "walmart.update.sent": true,
  "walmart.update.failed": true,
  "walmart.notification.raised": true,
  "walmart.account.second_writer": true,
}
