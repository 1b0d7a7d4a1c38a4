import { z } from "@medusajs/framework/zod"
import { NOTIFICATION_KINDS } from "../../../walmart/notifications/notification-kinds"
import { isTimeZone } from "../../../walmart/notifications/quiet-hours"

const words = z.string({ error: "must be a text" }).trim().min(1, "must not be empty")

const clockTime = z
  .string({ error: "must be a time such as 22:00" })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 22:00")

/** Hours in which only the most urgent kinds are sent. */
export const quietHours = z
  .strictObject({
    from: clockTime,
    to: clockTime,
    timeZone: words.refine(isTimeZone, "must be a time zone such as America/New_York"),
  })
  .refine(({ from, to }) => from !== to, "from and to must differ")

/** Name of the template that a provider is asked for. */
const TEMPLATE = "walmart-notification"

/** Medusa's local provider needs no address for the bell; what goes elsewhere does. */
const channel = z
  .strictObject({
    channel: words,
    to: z
      .union([words.transform((one) => [one]), z.array(words).min(1)], {
        error: "must be an address or a list of addresses",
      })
      .optional(),
    template: words.default(TEMPLATE),
  })
  .refine(
    ({ channel: name, to }) => name === "feed" || to !== undefined,
    "to is not set: every channel but the feed needs an address"
  )
  .transform(({ to = [""], ...rest }) => ({ ...rest, to }))

const KIND = "must be true, false or { channels, everyMs, inQuietHours }"

const kind = z.union(
  [
    z.boolean(),
    z.strictObject({
      channels: z.array(channel).optional(),
      everyMs: z.number().int().min(0).optional(),
      inQuietHours: z.boolean().optional(),
    }),
  ],
  { error: KIND }
)

/** Far beyond any deadline, and what the database can still add to a time. */
const MOST_HOURS = 8_760

const hours = (fallback: number) => z.number().positive().max(MOST_HOURS).default(fallback)

/** Of what people are notified, how and when. */
export const notifications = z.strictObject({
  /** Ways of Medusa's Notification module; the bell of the admin when left out. */
  channels: z.array(channel).default([{ channel: "feed", to: [""], template: TEMPLATE }]),
  /** Kinds that are switched off, or differ from the others. */
  kinds: z.partialRecord(z.enum(NOTIFICATION_KINDS), kind).default({}),
  /** Of every account that has none of its own. */
  quietHours: quietHours.optional(),
  /** From how many hours before a deadline people are notified of it. */
  deadlineWarningsHours: z
    .strictObject({ acknowledge: hours(1), shipBy: hours(12), autoCancel: hours(24) })
    .prefault({}),
  /** Hours after which people are notified of a listing that Walmart has set to zero and nobody has counted since. */
  zeroListingHours: hours(24),
  /** Poll intervals without a complete poll after which people are notified; while webhooks arrive a poll comes every third of them. */
  silentAfterPolls: z.number().int().min(4).max(10_000).default(15),
})
