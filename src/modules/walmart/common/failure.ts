import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { english, type Phrase, phrase, phrases, verbatim } from "../../../walmart/words/phrase"

/** What may be logged, stored and shown of something that was thrown. */
export interface Failure {
  /** Its class, such as `RefusedError`. */
  name: string
  message: string
  /** Where it was thrown, a frame a line, for a log; empty when the message says enough. */
  trace: string
}

/** A workflow hands on its errors as plain data, so they are known by their fields only. */
const thrown = z.object({
  name: z.string().default("Error"),
  message: z.string(),
  stack: z.string().default(""),
  code: z.union([z.string(), z.number()]).optional().catch(undefined),
  facts: z.object({ correlationId: z.string() }).optional().catch(undefined),
  words: z.array(z.custom<Phrase>()).optional().catch(undefined),
  said: z.array(z.custom<Phrase>()).optional().catch(undefined),
  __isMedusaError: z.boolean().optional().catch(undefined),
})

type Thrown = z.output<typeof thrown>

/**
 * Reads an error for others to see. The messages of a WalmartError and of a MedusaError are for people; that of anything else is
 * replaced, because a database's message holds the whole statement, and with it the buyer's name and address.
 */
export function failureOf(error: unknown): Failure {
  const { data } = thrown.safeParse(error)
  if (!data) return { name: "Error", message: english(saidOf(error)), trace: "" }
  const { name, message, stack } = data
  if (isUnmigrated(error)) return { name: "UnmigratedError", message: UNMIGRATED, trace: "" }
  if (isForPeople(data)) return { name, message, trace: "" }
  return { name, message: english(saidOf(error)), trace: framesOf(stack) }
}

/** What may be said of something that was thrown, as sentences that a screen may translate. */
export function saidOf(error: unknown): Phrase[] {
  const { data } = thrown.safeParse(error)
  if (data && isUnmigrated(error)) return unmigrated()
  if (data && isForPeople(data)) return data.said ?? data.words ?? verbatim(data.message)
  return [unexpected(data)]
}

/** A line for a log: what was being done, what stopped it, and where when that was not foreseen. */
export function logLine(doing: string, error: unknown): string {
  const { message, trace } = failureOf(error)
  return oneLine(trace === "" ? `${doing}: ${message}` : `${doing}: ${message}\n${trace}`)
}

/**
 * A text as one line of a log. Texts from outside may hold line breaks and terminal commands, with which they could pass for
 * further lines of the log, or hide some.
 */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim()
}

/**
 * Does something with a buyer's data. Whoever handles what it throws, Medusa's own log of failed requests among them, learns no
 * value of it.
 * @throws MedusaError UNEXPECTED_STATE in place of an error whose message is not for people
 */
export async function withoutValues<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { data } = thrown.safeParse(error)
    if (data && isForPeople(data)) throw error
    const { message } = failureOf(error)
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, message)
  }
}

/** What a missing table or column always means. */
export const UNMIGRATED = english(unmigrated())

/** The same as sentences. */
export function unmigrated(): Phrase[] {
  return phrases("failure_unmigrated", {})
}

const MISSING_TABLE = "42P01"
const MISSING_COLUMN = "42703"

/** Whether a table does not exist at all. */
export function isMissingTable(error: unknown): boolean {
  return thrown.safeParse(error).data?.code === MISSING_TABLE
}

/** Whether a table or column of Medusa's is not there: its orders live in another database, or in a shape of another version. */
export function isElsewhere(error: unknown): boolean {
  const { code } = thrown.safeParse(error).data ?? {}
  return code === MISSING_TABLE || code === MISSING_COLUMN
}

/** Whether the database refused a statement because it has not been migrated; Medusa hands a missing column on without its code. */
export function isUnmigrated(error: unknown): boolean {
  const { data } = thrown.safeParse(error)
  if (!data) return false
  if (data.code === MISSING_TABLE || data.code === MISSING_COLUMN) return true
  return /^column \S+ does not exist$/.test(data.message)
}

/** Whether the database refused a value, which it will refuse again, and did not fail for a passing reason. */
export function isRefusedValue(error: unknown): boolean {
  const { code } = thrown.safeParse(error).data ?? {}
  return typeof code === "string" && DATA_EXCEPTIONS.test(code)
}

/** SQLSTATE classes 22, data exception, and 23, integrity constraint violation. */
const DATA_EXCEPTIONS = /^2[23][0-9A-Z]{3}$/

function isForPeople({ facts, __isMedusaError: isMedusas, message }: Thrown): boolean {
  if (facts) return true
  return isMedusas === true && !OF_THE_DATABASE.some((pattern) => pattern.test(message))
}

/** Words in which Medusa repeats a database's complaint together with the values it is about. */
const OF_THE_DATABASE = [
  / already exists\.$/,
  /^You tried to set relationship /,
  /^column/i,
  / not found \(/,
]

/** Class and code of an error, as far as they look like ones. */
function unexpected({ name, code = "" }: Partial<Thrown> = {}): Phrase {
  const about = { name: /^\w{1,60}$/.test(name ?? "") ? String(name) : "Error", code }
  const isCode = /^\w{1,40}$/.test(String(code))
  return phrase("failure_unexpected", isCode ? "message_code" : "message", about)
}

/** The message comes before the frames, and may be several lines long. */
function framesOf(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 12)
    .join("\n")
}
