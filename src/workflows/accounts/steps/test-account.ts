import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { checkScopes, type ScopeCheck } from "../../../walmart/api/check-scopes"
import type { TokenDetail } from "../../../walmart/api/client"
import { WalmartError } from "../../../walmart/api/errors/errors"
import { explain } from "../../../walmart/updates/outcome"
import type { Attention } from "../../../walmart/updates/model/update"

/** An account whose connection is tested. */
export interface TestAccountStepInput {
  id: string
}

/** How a test ended; never holds anything secret. */
export interface AccountTest {
  ok: boolean
  scopes: ScopeCheck[]
  /** Epoch milliseconds at which the key ends, when Walmart says so. */
  expiresAt: number | null
  /** Why it is not ok. */
  problem: Attention | null
}

/**
 * Asks Walmart whether an account's key works and what it may do. A failure is an answer, not an error. When nothing is missing
 * the account's hold ends; that needs no undo, since the next failing call sets it again.
 * @throws MedusaError NOT_FOUND when the options have no such account
 */
export const testWalmartAccountStep = createStep(
  "test-walmart-account",
  async ({ id }: TestAccountStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const client = walmart.client(id)
    const result = await client.tokenDetail().then(judge, failed)
    if (result.ok) await walmart.unblockAccount(id)
    return new StepResponse(result)
  }
)

function judge(detail: TokenDetail): AccountTest {
  const scopes = checkScopes(detail)
  const missing = scopes.filter(({ ok }) => !ok)
  const problem = missing.length > 0 ? missingPermission(missing) : null
  return { ok: problem === null, scopes, expiresAt: detail.expiresAt, problem }
}

function missingPermission(missing: ScopeCheck[]): Attention {
  const has = missing.map(({ name, has: given }) => `${name} (${given})`).join(", ")
  const names = missing.map(({ name }) => name).join(" and ")
  return {
    code: "permission_missing",
    message: `The credentials work, but the key lacks full access to: ${has}.`,
    remedy: `Give the key full access to ${names} in Walmart's developer portal, then test again.`,
  }
}

/** @throws whatever is not a failed call */
function failed(error: unknown): AccountTest {
  if (!(error instanceof WalmartError)) throw error
  const { code, message, remedy } = explain(error)
  return { ok: false, scopes: [], expiresAt: null, problem: { code, message, remedy } }
}
