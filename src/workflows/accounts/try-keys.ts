import { checkScopes, type ScopeCheck } from "../../walmart/api/check-scopes"
import type { TokenDetail, WalmartClient } from "../../walmart/api/client"
import { WalmartError } from "../../walmart/api/errors/errors"
import type { Attention } from "../../walmart/updates/model/update"
import { explain } from "../../walmart/updates/outcome"
import { say } from "../../walmart/words/phrase"

/** How a test of an account's keys ended; never holds anything secret. */
export interface AccountTest {
  ok: boolean
  scopes: ScopeCheck[]
  /** Epoch milliseconds at which the key ends, when Walmart says so. */
  expiresAt: number | null
  /** Why it is not ok. */
  problem: Attention | null
}

/**
 * Asks Walmart whether an account's keys work and what they may do. A failed call is an answer.
 * @throws whatever is not a failed call
 */
export async function tryKeys(client: WalmartClient): Promise<AccountTest> {
  return client.tokenDetail().then(judge, failed)
}

function judge(detail: TokenDetail): AccountTest {
  const scopes = checkScopes(detail)
  const missing = scopes.filter(({ ok }) => !ok)
  const problem = missing.length > 0 ? missingPermission(missing) : null
  return { ok: problem === null, scopes, expiresAt: detail.expiresAt, problem }
}

function missingPermission(missing: ScopeCheck[]): Attention {
  const has = missing.map(({ name, has: given }) => `${name} (${given})`).join(", ")
  const names = missing.map(({ name }) => name).join(", ")
  return say("permission_missing", { has, names }, "key")
}

function failed(error: unknown): AccountTest {
  if (!(error instanceof WalmartError)) throw error
  return { ok: false, scopes: [], expiresAt: null, problem: explain(error) }
}
