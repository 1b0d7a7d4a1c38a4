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

/**
 * Reads the error shapes A to F of walmart-api 3.1: `errors.error[]`, `error[]`, `errors[]`, errors inside a success, XML,
 * and empty or HTML bodies (no details). Never throws; texts are redacted, `secrets` included.
 */
export function parseErrorBody(text: string, secrets: readonly string[] = []): ErrorBody {
  const json = jsonOf(text)
  const found = json === undefined ? xmlDetails(text) : jsonDetails(json)
  const details = found.slice(0, MAX_DETAILS).map((detail) => ({
    code: redactText(detail.code, secrets),
    field: detail.field === null ? null : redactText(detail.field, secrets),
    description: redactText(detail.description, secrets),
  }))
  return { details, snippet: snippetOf(text, secrets) }
}

/** Error entries of a parsed body, also of one that came with a 200 (shape D). */
export function jsonDetails(json: unknown): WalmartErrorDetail[] {
  const body = fields(json)
  if (typeof body.error === "string") {
    return [{ code: body.error, field: null, description: text(body.error_description) }]
  }
  const places = [
    fields(body.errors).error,
    body.error,
    Array.isArray(body.errors) ? body.errors : undefined,
    fields(body.list).errors,
    ...many(body.nodes).map((node) => fields(node).errors),
  ]
  return places.flatMap(many).flatMap(withCauses)
}

function withCauses(entry: unknown): WalmartErrorDetail[] {
  const own = detailOf(entry)
  const causes = many(fields(entry).causes).map(detailOf)
  return [own, ...causes].filter(({ code, description }) => code !== "" || description !== "")
}

function detailOf(entry: unknown): WalmartErrorDetail {
  const error = fields(entry)
  return {
    code: text(error.code),
    field: text(error.field) || null,
    description: text(error.description) || text(error.message) || text(error.info),
  }
}

function xmlDetails(xml: string): WalmartErrorDetail[] {
  const entries = xml.match(/<(\w+:)?error>[\s\S]*?<\/(\w+:)?error>/gi) ?? []
  return entries.map((entry) => ({
    code: element(entry, "code"),
    field: element(entry, "field") || null,
    description: element(entry, "description") || element(entry, "info"),
  }))
}

function element(xml: string, name: string): string {
  return new RegExp(`<(?:\\w+:)?${name}>([^<]*)<`, "i").exec(xml)?.[1]?.trim() ?? ""
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}
}

function many(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return value === undefined || value === null ? [] : [value]
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : ""
}
