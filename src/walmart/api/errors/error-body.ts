import type { WalmartErrorDetail } from "./errors"
import { jsonOf, redactText, snippetOf } from "./redact"

/** Walmart's error entries and a redacted beginning of the body. */
export interface ErrorBody {
  details: WalmartErrorDetail[]
  /** At most 500 characters, null when the body is empty. */
  snippet: string | null
}

/** Entries beyond this are noise to a person and weight to a row. */
const MAX_DETAILS = 20

/** Longest text of an entry that is kept; a reason takes a sentence or two. */
const MAX_TEXT = 1_000

/** What of a text is looked at: more than is kept, so that no secret is cut in two before it is recognized. */
const MAX_READ = 20_000

/**
 * Reads the error shapes A to F of docs/walmart-api.md, "Errors": `errors.error[]`, `error[]`, `errors[]`, errors inside a success, XML,
 * and empty or HTML bodies (no details); also problem+json (RFC 9457), which the pages of September 2026 ask for, and the shapes
 * of common gateways. Never throws; texts are redacted, `secrets` included.
 */
export function parseErrorBody(text: string, secrets: readonly string[] = []): ErrorBody {
  const json = jsonOf(text)
  const found = json === undefined ? xmlDetails(text.slice(0, MAX_READ)) : jsonDetails(json)
  const clean = (raw: string) => redactText(raw, secrets).slice(0, MAX_TEXT)
  const details = found.slice(0, MAX_DETAILS).map(({ code, field, description }) => ({
    code: clean(code),
    field: field === null ? null : clean(field),
    description: clean(description),
  }))
  return { details, snippet: snippetOf(text, secrets) }
}

/** Walmart's words for a person: its first reason, otherwise whatever text the body holds; null when there is none. */
export function reasonGiven({ details, snippet }: ErrorBody): string | null {
  const [first] = details
  if (first) return first.description || first.code
  const [page] = (snippet ?? "").split(/<(?:style|script)/i)
  const words = page
    .replace(/<[^<>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
  // In a document that names no reason, its keys alone are no words.
  const spoken = /^[[{]/.test(words) ? /:\s*"[^"]*\p{L}/u : /\p{L}/u
  return spoken.test(words) ? words : null
}

/** Error entries of a parsed body that is an error as a whole. */
function jsonDetails(json: unknown): WalmartErrorDetail[] {
  const listed = listedDetails(json)
  return listed.length > 0 ? listed : [detailOf(json)].filter(saysSomething)
}

/** Error entries that a parsed body lists, also one that came with a 200 (shape D). */
export function listedDetails(json: unknown): WalmartErrorDetail[] {
  const body = fields(json)
  const places = [
    Array.isArray(json) ? json : undefined,
    errorsOf(body),
    ...LISTS.map((name) => listIn(body[name])),
    body.fault,
    errorsOf(fields(body.list)),
    ...many(body.nodes).map((node) => errorsOf(fields(node))),
  ]
  return places.flatMap(many).slice(0, MAX_DETAILS).flatMap(withCauses)
}

/** Where entries stand by themselves. */
const LISTS = ["error", "detail", "details", "violations", "invalid-params"]

/** Entries of a problem; a text is the reason itself. */
function listIn(value: unknown): unknown {
  return typeof value === "string" ? undefined : value
}

/** `errors` holds the entries itself, or under one more `error`, wherever it stands. */
function errorsOf({ errors }: Record<string, unknown>): unknown {
  return fields(errors).error ?? errors
}

function withCauses(entry: unknown): WalmartErrorDetail[] {
  return [entry, ...many(fields(entry).causes)].map(detailOf).filter(saysSomething)
}

function saysSomething({ code, description }: WalmartErrorDetail): boolean {
  return code !== "" || description !== ""
}

/** Names under which a reason comes, the most telling first; `title` of a problem is only its kind. */
const REASONS = [
  "description",
  "detail",
  "details",
  "message",
  "error_description",
  "errorDescription",
  "error_message",
  "errorMessage",
  "faultstring",
  "reason",
  "msg",
  "info",
  "title",
]

function detailOf(entry: unknown): WalmartErrorDetail {
  if (typeof entry === "string") return { code: "", field: null, description: text(entry) }
  const error = fields(entry)
  return {
    code: firstText(error, ["code", "errorCode", "error_code", "error"]),
    field: firstText(error, ["field", "pointer", "parameter", "name"]) || null,
    description: firstText(error, REASONS) || namedTexts(error),
  }
}

/** A map of fields to complaints: `{"quantity": ["must be positive"]}`. */
function namedTexts(error: Record<string, unknown>): string {
  return Object.entries(error)
    .flatMap(([name, value]) =>
      Array.isArray(value) && text(value) ? `${name}: ${text(value)}` : []
    )
    .join("; ")
}

function xmlDetails(xml: string): WalmartErrorDetail[] {
  // Cut at the ends first: a pattern that looks for an end behind each beginning would need the square of a hostile text's time.
  const entries = xml.split(/<\/(?:\w+:)?error>/i).slice(0, -1)
  return entries
    .filter((entry) => /<(?:\w+:)?error(?:\s[^<>]*)?>/i.test(entry))
    .map((entry) => ({
      code: element(entry, "code"),
      field: element(entry, "field") || null,
      description: element(entry, "description") || element(entry, "info"),
    }))
}

/** What an element says, as text or as character data. */
function element(xml: string, name: string): string {
  const content = "(?:\\s*<!\\[CDATA\\[([^\\]]*)|([^<]*)<)"
  const found = new RegExp(`<(?:\\w+:)?${name}>${content}`, "i").exec(xml)
  return (found?.[1] ?? withoutEntities(found?.[2] ?? "")).trim()
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

function withoutEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name])
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}
}

function many(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

function firstText(error: Record<string, unknown>, names: string[]): string {
  return names.map((name) => text(error[name])).find((found) => found !== "") ?? ""
}

/** A text, a number, or a list of them. */
function text(value: unknown): string {
  if (Array.isArray(value)) {
    const parts = value.slice(0, MAX_DETAILS).filter((part) => !Array.isArray(part))
    return parts.map(text).filter(Boolean).join("; ")
  }
  const isText = typeof value === "string" || typeof value === "number"
  return isText ? String(value).slice(0, MAX_READ).trim() : ""
}
