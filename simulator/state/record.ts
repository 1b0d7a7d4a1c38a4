import { closeSync, openSync, writeSync } from "node:fs"
import { isRecord } from "../wire/body"

const SECRET_FIELDS = new Set([
  "access_token",
  "refresh_token",
  "clientSecret",
  "client_secret",
  "password",
])

/** A copy of a JSON value with every secret replaced by "redacted". */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    SECRET_FIELDS.has(name) ? "redacted" : redact(inner),
  ])
  return Object.fromEntries(entries)
}

/** One exchange as it is recorded; `status` 0 when the connection ended without an answer. */
export interface Exchange {
  method: string
  path: string
  request: unknown
  status: number
  response: unknown
}

/** Appends exchanges to a file, one JSON object a line, without secrets. */
export class Recorder {
  private readonly file: number

  /** Starts an empty file; fails when it cannot be written. */
  constructor(path: string) {
    this.file = openSync(path, "w")
  }

  /** Writes one exchange. */
  write(exchange: Exchange): void {
    const { request, response } = exchange
    const safe = { ...exchange, request: redact(request), response: redact(response) }
    writeSync(this.file, `${JSON.stringify(safe)}\n`)
  }

  /** Closes the file. */
  close(): void {
    closeSync(this.file)
  }
}
