import { cleanText } from "../../common/clean-text"

/** Keys of personal data, as Walmart spells them, lower case (docs/walmart-api.md, "Address and personal data"). */
const PERSONAL_KEYS = [
  "postaladdress",
  "returncenteraddress",
  "pickuppersons",
  "phone",
  "dayphone",
  "emailid",
  "customeremailid",
  "customername",
  "customeraddress",
  "firstname",
  "lastname",
  "address1",
  "address2",
  "email",
  "emailaddress",
]

/** These, and keys of credentials. */
const HIDDEN_KEYS = new Set([
  ...PERSONAL_KEYS,
  "access_token",
  "accesstoken",
  "refresh_token",
  "refreshtoken",
  "clientsecret",
  "password",
  "authorization",
  "wm_sec.access_token",
])

/** Looks for a begin only where one can be: a text of 100,000 letters without any would otherwise take a minute. */
const EMAIL =
  /(?<![^\s"'<>@,;:()])[^\s"'<>@,;:()]+@[^\s"'<>@,;:()]+\.[A-Za-z]{2,}(?:[^\s"'<>@,;:()]+(?=@))?/g
const TOKEN = /\beyJ[\w-]{5,}(\.[\w-]*)*/g
const CREDENTIALS = /\b(Basic|Bearer)\s+[\w+/=.~-]+/gi
const TOKEN_ELEMENT = /<(\w+:)?(access|refresh)Token>[^<]*/gi

/** The same keys, wherever a document was cut. */
const PERSONAL = new RegExp(`"(${PERSONAL_KEYS.join("|")})"`, "i")

const MAX_SNIPPET = 500

/** Replaces e-mail addresses, tokens, credentials and the given secrets in a text, which a database can keep afterwards. */
export function redactText(text: string, secrets: readonly string[] = []): string {
  const withoutSecrets = secrets
    .filter((secret) => secret !== "")
    .reduce((rest, secret) => rest.split(secret).join("[secret]"), cleanText(text))
  return withoutSecrets
    .replace(TOKEN_ELEMENT, "<token>[secret]")
    .replace(CREDENTIALS, "$1 [secret]")
    .replace(TOKEN, "[secret]")
    .replace(EMAIL, "[e-mail]")
}

/** Walmart nests about ten levels; a hostile body must not exhaust the stack. */
const MAX_DEPTH = 40

/** Copy of a JSON value without personal data and credentials: their keys are left out, texts pass {@link redactText}. */
export function redact(value: unknown, secrets: readonly string[] = [], depth = 0): unknown {
  if (typeof value === "string") return redactText(value, secrets)
  if (typeof value !== "object" || value === null) return value
  if (depth === MAX_DEPTH) return "[nested too deeply]"
  if (Array.isArray(value)) return value.map((item) => redact(item, secrets, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !HIDDEN_KEYS.has(key.toLowerCase()))
      .map(([key, item]) => [redactText(key, secrets), redact(item, secrets, depth + 1)])
  )
}

/** Value of a JSON text, undefined when the text is not JSON. A byte order mark before it means nothing (RFC 8259, section 8.1). */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * Redacted beginning of an answer's body, at most 500 characters, null when it is empty. Broken JSON that was to hold an order
 * cannot be told from personal data and is reduced to its length.
 */
export function snippetOf(text: string, secrets: readonly string[] = []): string | null {
  const trimmed = text.trim()
  if (trimmed === "") return null
  const json = jsonOf(trimmed)
  if (json !== undefined) return JSON.stringify(redact(json, secrets)).slice(0, MAX_SNIPPET)
  if (PERSONAL.test(trimmed)) {
    return `[${trimmed.length} characters of broken JSON with personal data]`
  }
  return redactText(trimmed, secrets).replace(/\s+/g, " ").slice(0, MAX_SNIPPET)
}
