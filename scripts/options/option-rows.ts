import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { z } from "@medusajs/framework/zod"
import { account, schema } from "../../src/modules/walmart/config/options-schema"

/** What is said of an option beside its schema. */
interface Meaning {
  says: string
  /** What holds while it is not set, in words; only where the schema has no plain value for that. */
  without?: string
}

const MEANINGS: Record<string, Meaning> = JSON.parse(
  readFileSync(resolve(__dirname, "meanings.json"), "utf8")
)

/** An option as the table has it. */
export interface OptionRow {
  name: string
  values: string
  without: string
  says: string
}

/** Where the options of an account stand among the others. */
export const ACCOUNT = "accounts[]."

/**
 * All options, in the order of their meanings; a group without a meaning of its own is shown by its members.
 * @throws Error that names an option without a meaning, a meaning without an option, or words for what the schema tells
 */
export function optionRows(): OptionRow[] {
  const { accounts: _accounts, ...rest } = schema.shape
  const fields = new Map([...membersOf(account.shape, ACCOUNT), ...membersOf(rest, "")])
  const unsaid = [...fields.keys()].filter((name) => !(name in MEANINGS))
  const unknown = Object.keys(MEANINGS).filter((name) => !fields.has(name))
  if (unsaid.length + unknown.length > 0)
    throw new Error(`Options without a meaning: ${unsaid}; meanings without an option: ${unknown}`)
  return Object.entries(MEANINGS).flatMap(([name, meaning]) => {
    const field = fields.get(name)
    return field ? [rowOf(name, field, meaning)] : []
  })
}

function membersOf(shape: Record<string, z.ZodType>, prefix: string): [string, z.ZodType][] {
  return Object.entries(shape).flatMap(([name, field]): [string, z.ZodType][] => {
    const path = prefix + name
    const group = path in MEANINGS ? null : groupOf(field)
    return group ? membersOf(group.shape, `${path}.`) : [[path, field]]
  })
}

function groupOf(field: z.ZodType): z.ZodObject | null {
  if (field instanceof z.ZodObject) return field
  if (field instanceof z.ZodPrefault) return groupOf(field.unwrap() as z.ZodType)
  return null
}

function rowOf(name: string, field: z.ZodType, { says, without }: Meaning): OptionRow {
  const { data: fallback, success } = field.safeParse(undefined)
  const isPlain = success && fallback !== undefined && typeof fallback !== "object"
  if (isPlain && without !== undefined)
    throw new Error(`The schema tells the default of ${name}; take "without" from its meaning.`)
  const shown = without ?? (success && fallback !== undefined ? code(fallback) : "–")
  return { name, values: valuesOf(field), without: shown, says }
}

function code(value: unknown): string {
  if (typeof value === "number") return value.toLocaleString("en").replaceAll(",", " ")
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``
}

interface JsonSchema {
  type?: string
  enum?: string[]
  anyOf?: JsonSchema[]
  items?: JsonSchema
  minimum?: number
}

function valuesOf(field: z.ZodType): string {
  const written = z.toJSONSchema(field, { io: "input", unrepresentable: "any" }) as JsonSchema
  return words(written)
}

function words({ type, enum: choices, anyOf, items, minimum }: JsonSchema): string {
  if (choices) return choices.map((choice) => `\`${choice}\``).join(", ")
  if (anyOf) return [...new Set(anyOf.map(words))].join(" or ")
  if (type === "array") return `list of ${words(items ?? {})}`
  if (type === "integer") return minimum ? `whole number from ${code(minimum)}` : "whole number"
  return WORDS[type ?? ""] ?? "text"
}

const WORDS: Record<string, string> = {
  boolean: "`true`, `false`",
  number: "number",
  null: "`null`",
  object: "object",
  string: "text",
}
