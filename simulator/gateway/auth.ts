import { randomBytes } from "node:crypto"
import type { IncomingHttpHeaders } from "node:http"
import { refusal, type Refusal } from "../wire/errors"
import { header, type Answer } from "../wire/http"
import type { Access, Credential, Token, World } from "../state/state"

/** Seconds a token lives (OAS-authentication). */
export const TOKEN_SECONDS = 900

/** API areas a key pair can have access to (OAS-authentication). */
export const SCOPES = [
  "reports",
  "item",
  "shipping",
  "price",
  "lagtime",
  "feeds",
  "returns",
  "orders",
  "rules",
  "inventory",
  "content",
] as const

/** One of {@link SCOPES}. */
export type Scope = (typeof SCOPES)[number]

/** The key pair behind `Authorization: Basic`; refuses with 400 as Walmart was seen to do (rule T2). */
export function authenticateBasic(world: World, headers: IncomingHttpHeaders): Credential {
  const [scheme, encoded] = (header(headers, "authorization") ?? "").split(" ")
  if (scheme !== "Basic" || !encoded) throw unauthorized()
  const pair = Buffer.from(encoded, "base64").toString("utf8")
  const colon = pair.indexOf(":")
  const credential = world.credentials.get(pair.slice(0, colon))
  if (!credential || credential.clientSecret !== pair.slice(colon + 1)) {
    const text = "Client id or client secret is invalid"
    throw refusal(400, "gateway", "INVALID_REQUEST_HEADER", text, "Authorization")
  }
  return credential
}

/** Issues a token for the form of `POST /v3/token`. */
export function issueToken(world: World, credential: Credential, form: URLSearchParams): Answer {
  const unknown = [...form.keys()].find((name) => name !== "grant_type")
  if (unknown) throw badGrant(`${unknown} is not a field of the client_credentials grant`)
  if (form.get("grant_type") !== "client_credentials") {
    throw badGrant("grant_type must be client_credentials")
  }
  const issuedAt = world.clock.now()
  const token: Token = {
    value: `sim${randomBytes(24).toString("hex")}`,
    clientId: credential.clientId,
    issuedAt,
    expiresAt: issuedAt + TOKEN_SECONDS * 1000,
  }
  world.tokens.set(token.value, token)
  const body = { access_token: token.value, token_type: "Bearer", expires_in: TOKEN_SECONDS }
  return { status: 200, body }
}

/** The live token of a call and its key pair (rules G1 to G3); 401 when there is none. */
export function authenticateToken(
  world: World,
  headers: IncomingHttpHeaders
): { token: Token; credential: Credential } {
  const usesBearer = /^bearer\b/i.test(header(headers, "authorization") ?? "")
  const token = world.tokens.get(header(headers, "wm_sec.access_token") ?? "")
  const credential = token && world.credentials.get(token.clientId)
  if (usesBearer || !token || !credential) throw unauthorized()
  if (token.expiresAt <= world.clock.now()) throw unauthorized()
  return { token, credential }
}

/** Refuses with 403 when the key pair may not do this (rule G8). */
export function authorize(credential: Credential, scope: Scope | null, isRead: boolean): void {
  if (scope === null) return
  const access = accessOf(credential, scope)
  if (access === "full_access" || (access === "view_only" && isRead)) return
  const text = `Forbidden: the key has ${access} to ${scope}`
  throw refusal(403, "gateway", "FORBIDDEN", text, "FORBIDDEN")
}

/** The body of `GET /v3/token/detail`. */
export function tokenDetail(token: Token, credential: Credential): Answer {
  const scopes = Object.fromEntries(SCOPES.map((scope) => [scope, accessOf(credential, scope)]))
  const body = {
    expire_at: String(token.expiresAt),
    issued_at: String(token.issuedAt),
    is_valid: true,
    is_channel_match: true,
    scopes,
  }
  return { status: 200, body }
}

function accessOf(credential: Credential, scope: Scope): Access {
  return credential.scopes[scope] ?? "full_access"
}

function unauthorized(): Refusal {
  return refusal(401, "gateway", "UNAUTHORIZED", "Unauthorized", "UNAUTHORIZED")
}

function badGrant(text: string): Refusal {
  return refusal(400, "gateway", "INVALID_REQUEST_PARAM", text, "grant_type")
}
