import { z } from "@medusajs/framework/zod"
import { findKind, type Kinds, KINDS } from "./kinds"
import { text } from "./payloads/payload-parts"
import { type Phrase, textIn, verbatim } from "../words/phrase"
import type { PlannedUpdate, UpdatePayload } from "./model/update"

/*
 * The updates as zod sees them. Only what the plugin has not just made itself is parsed: answers of a store's hooks, and rows
 * before something is shown or decided about them.
 */

const attention = z.looseObject({ code: text, message: text, remedy: text })

/** Whether a row's payload holds what its kind needs. */
export function isPayload(value: unknown, kinds: Kinds = KINDS): value is UpdatePayload {
  const { kind } = Object(value) as { kind?: unknown }
  return findKind(kind, kinds)?.schema.safeParse(value).success ?? false
}

const [first, ...others] = Object.values(KINDS).map(({ schema }) => schema)

/** Ours come back as they went; a store's own is a text. */
const warning = z.union([
  z.string().transform((own) => textIn(verbatim(own))),
  z.object({ text, words: z.array(z.custom<Phrase>()) }),
])

/** A list of planned updates. */
export const plannedUpdates: z.ZodType<PlannedUpdate[]> = z.array(
  z.strictObject({
    uniqueKey: text,
    payload: z.discriminatedUnion("kind", [first, ...others]),
    attention: attention.nullable(),
    warnings: z.array(warning),
    happenedAt: z.number(),
    requestedBy: text.optional(),
    keepsReason: z.literal(true).optional(),
  })
)
