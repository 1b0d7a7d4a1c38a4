/** The part of Walmart that refuses; it decides the code's suffix and the body's usual shape. */
export type ErrorSource = "order" | "gateway" | "inventory" | "feed" | "notification" | "returns"

/** Walmart's three JSON error shapes (AE-err, OBS): A `errors.error[]`, B `error[]`, C `errors[]`. */
export type ErrorShape = "A" | "B" | "C"

/** One error entry before it is put into a shape. `code` is the part before the dot. */
export interface ErrorItem {
  code: string
  field: string
  description: string
  severity?: "INFO" | "ERROR"
}

const SUFFIX: Record<ErrorSource, string> = {
  order: "GMP_ORDER_API",
  gateway: "GMP_GATEWAY_API",
  inventory: "GMP_INVENTORY_API",
  feed: "GMP_FEED_API",
  notification: "GMP_NOTIFICATION_API",
  returns: "GMP_RETURNS_API",
}

const INFO_TEXT: Record<string, string> = {
  INVALID_REQUEST_CONTENT: "Request content is invalid.",
  INVALID_REQUEST_PARAM: "Request parameter is invalid.",
  INVALID_REQUEST: "Request is invalid.",
  CONTENT_NOT_FOUND: "Requested content could not be found.",
  UNAUTHORIZED: "Unauthorized token or incorrect authorization header.",
}

/** Thrown by a rule; the gateway turns it into an answer in Walmart's shape. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly source: ErrorSource,
    readonly items: ErrorItem[]
  ) {
    super(items.map((item) => item.description).join("; "))
  }
}

/** A refusal with a single error entry. */
export function refusal(
  status: number,
  source: ErrorSource,
  code: string,
  description: string,
  field = "data"
): Refusal {
  return new Refusal(status, source, [{ code, field, description }])
}

/** The 400 that order writes answer with, whatever is wrong with the content (MPL). */
export function badContent(description: string, field = "data"): Refusal {
  return refusal(400, "order", "INVALID_REQUEST_CONTENT", description, field)
}

/** Renders a refusal as a JSON body; `forced` overrides the shape the source usually has (rule G12). */
export function errorBody(error: Refusal, forced: ErrorShape | null): unknown {
  const shape = forced ?? (error.source === "order" ? "A" : "B")
  if (shape === "C") return { errors: error.items.map((item) => shortEntry(error, item)) }
  const entries = error.items.map((item) => fullEntry(error, item))
  return shape === "A" ? { errors: { error: entries } } : { error: entries }
}

function fullEntry(error: Refusal, item: ErrorItem) {
  return {
    code: `${item.code}.${SUFFIX[error.source]}`,
    field: item.field,
    description: item.description,
    info: INFO_TEXT[item.code] ?? item.description,
    severity: item.severity ?? "ERROR",
    category: error.status >= 500 ? "SYSTEM" : "DATA",
    causes: [],
    errorIdentifiers: error.source === "order" ? { entry: [] } : {},
  }
}

function shortEntry(error: Refusal, item: ErrorItem) {
  return {
    code: `${item.code}.${SUFFIX[error.source]}`,
    message: item.description,
    category: error.status >= 500 ? "SYSTEM" : "DATA",
    severity: item.severity ?? "ERROR",
    field: item.field,
  }
}
