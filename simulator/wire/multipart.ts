import { isRecord } from "./body"

/** One part of a `multipart/form-data` body. */
export interface Part {
  name: string
  /** null where none is given */
  filename: string | null
  text: string
}

/** The parts of a multipart body; null when the type names no boundary or the body does not hold to it (RFC 7578). */
export function multipartParts(contentType: string, body: string): Part[] | null {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (!boundary) return null
  const sections = `\r\n${body}`.split(`\r\n--${boundary}`)
  if (sections.length < 3 || !sections[sections.length - 1].startsWith("--")) return null
  const parts = sections.slice(1, -1).map(parsePart)
  return parts.every((part) => part !== null) ? parts : null
}

/** True for one of the {@link Part}s of a body. */
export function isPart(value: unknown): value is Part {
  return isRecord(value) && typeof value.name === "string" && typeof value.text === "string"
}

function parsePart(section: string): Part | null {
  const end = section.indexOf("\r\n\r\n")
  const disposition = /content-disposition: *form-data;[^\r\n]*/i.exec(section.slice(0, end))?.[0]
  const name = /;\s*name="([^"]*)"/i.exec(disposition ?? "")?.[1]
  if (end < 0 || name === undefined) return null
  const filename = /;\s*filename="([^"]*)"/i.exec(disposition ?? "")?.[1] ?? null
  return { name, filename, text: section.slice(end + 4) }
}
