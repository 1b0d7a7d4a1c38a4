import type { World } from "../state/state"
import { isRecord } from "../wire/body"
import { post } from "./post"

/**
 * The `Bearer` value for a subscription with OAUTH: a token of its `authUrl`, kept for as long as it lives; null when there is none to
 * be had (rule H5).
 */
export async function bearerOf(world: World, auth: Record<string, string>): Promise<string | null> {
  const key = JSON.stringify([auth.authUrl, auth.clientId, auth.clientSecret])
  const kept = world.webhookTokens.get(key)
  if (kept && kept.expiresAt > world.clock.now()) return `Bearer ${kept.value}`
  const pair = Buffer.from(`${auth.clientId}:${auth.clientSecret}`).toString("base64")
  const headers = {
    authorization: `Basic ${pair}`,
    accept: "application/json",
    "content-type": "application/x-www-form-urlencoded",
  }
  const { status, text } = await post(auth.authUrl, headers, "grant_type=client_credentials")
  const token = status === 200 ? readToken(text) : null
  if (!token) return null
  const expiresAt = world.clock.now() + token.seconds * 1000
  world.webhookTokens.set(key, { value: token.value, expiresAt })
  return `Bearer ${token.value}`
}

function readToken(text: string): { value: string; seconds: number } | null {
  const answer = parse(text)
  if (!isRecord(answer) || typeof answer.access_token !== "string") return null
  return { value: answer.access_token, seconds: Number(answer.expires_in) || 0 }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
