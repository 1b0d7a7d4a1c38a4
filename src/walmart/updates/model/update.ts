import type { UpdateStatus } from "./update-status"
import type { z } from "@medusajs/framework/zod"
import type { Text, Words } from "../../words/phrase"
import type { Named } from "../payloads/payload-parts"
import type { PAYLOADS } from "../payloads/payloads"

/** Units that a person canceled with a reason of their own, which says nothing about any others. */
export interface LineCancellation {
  /** Id of Medusa's order change that takes the units out. */
  id: string
  reason: string
  /** Id of the person. */
  by: string
  /** Units of each line that are canceled afterwards, with all earlier ones. */
  lines: { lineNumber: string; total: number }[]
}

/** Name of a kind of update. */
export type UpdateKind = keyof typeof PAYLOADS

/** What an update wants Walmart to know, in domain terms: what the schema of its kind says. */
export type UpdatePayload = Named<z.infer<(typeof PAYLOADS)[UpdateKind]>>

/** Version written beside every payload; a row of another version waits for a person instead of being guessed at. */
export const PAYLOAD_VERSION = 1

/** Why an update or an import cannot continue automatically. */
export interface Attention {
  /** Stable, for filters and translations. */
  code: string
  /** What is wrong, with the value. */
  message: string
  /** What to do now. */
  remedy: string
  /** Both as sentences that a screen may translate; left out for words of other hands, such as a hook's. */
  words?: Words | null
}

/** An update the planner wants written: pending, or waiting for a person from the start. */
export interface PlannedUpdate<Payload = UpdatePayload> {
  uniqueKey: string
  payload: Payload
  attention: Attention | null
  warnings: Text[]
  /** Epoch milliseconds of what happened in Medusa. */
  happenedAt: number
  /** Id of the person who shipped it, or who chose the cancellation's reason, where Medusa knows it. */
  requestedBy?: string
  /** Its reason is that of an update that it replaces; nobody chose it now. */
  keepsReason?: true
}

/** An update that exists already, as the planner and the sender see it. */
export interface KnownUpdate<Payload = UpdatePayload> {
  id: string
  sequence: number
  uniqueKey: string
  status: UpdateStatus
  payload: Payload
  /** Version the payload was written with. */
  payloadVersion: number
  /** Epoch milliseconds of when Walmart showed it. */
  sentAt?: number | null
  /** Who asked for it last, as it is stored: the id of a person, or what else had it queued; absent where nobody asks. */
  requestedBy?: string | null
  /** Why it waits for a person; absent where it does not, or where nobody asks. */
  attention?: (Pick<Attention, "message" | "remedy" | "words"> & { code?: string }) | null
}
