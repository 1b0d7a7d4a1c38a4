import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type Phrase, phrase } from "../../../walmart/words/phrase"
import { decoded } from "../../../walmart/common/decoded"
import { invalid } from "../../../workflows/shared/refusals"

/** Refuses what would only fail further in, or be dropped there, where nobody could tell why. */
export function refuseUnreadable(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const fault = addressFault(req) ?? bodyFault(req.body)
  next(fault ? invalid([fault]) : undefined)
}

/** A parameter whose name has two dots, which Medusa cannot take apart, and what is no percent-encoded text. */
function addressFault({ query, originalUrl }: MedusaRequest): Phrase | null {
  const name = Object.keys(query).find((key) => key.split(".").length > 2)
  if (name !== undefined) return phrase("request_unreadable", "message_parameter", { name })
  const parts = originalUrl.split(/[/?&=]/)
  const broken = parts.find((part) => decoded(part) === null)
  if (broken !== undefined) {
    const value = broken.slice(0, 100)
    return phrase("request_unreadable", "message_address", { value })
  }
  return parts.some((part) => decoded(part)?.includes("\0")) ? NUL : null
}

/**
 * What PostgreSQL keeps in no text or no JSON: a NUL character and half of one; and names that hide what every object has, on which
 * zod drops an entry without a word and Medusa's own refusals fail.
 */
function bodyFault(body: unknown): Phrase | null {
  const json = JSON.stringify(body ?? null)
  const name = HIDING.exec(json)?.[1]
  if (name !== undefined) return phrase("request_unreadable", "message_name", { name })
  const code = UNKEEPABLE.exec(json)?.[1]
  if (code === undefined) return null
  return code === "0000" ? NUL : phrase("request_unreadable", "message_half", {})
}

const NUL = phrase("request_unreadable", "message_nul", {})

/** A name in JSON; in a text its quotation marks would have backslashes before them. */
const HIDING = /(?<!\\)"(__proto__|toString)":/

/** An escape in JSON, which whole characters do not need; after an even number of backslashes, as otherwise the text itself has it. */
const UNKEEPABLE = /(?<!\\)(?:\\\\)*\\u(0000|d[89a-f][0-9a-f]{2})/
