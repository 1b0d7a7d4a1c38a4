import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartTestResponse } from "../../../../../../types/http"
import { testWalmartAccountWorkflow } from "../../../../../../workflows/accounts/change-walmart-account"
import { showAttention } from "../../../present"

/**
 * Tries an account's credentials and names missing permissions; when all is well, held sends continue. The folder is written with a
 * capital, because Medusa's build leaves out every folder named "test"; the URL is matched in any case.
 */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartTestResponse>
): Promise<void> {
  const { result } = await testWalmartAccountWorkflow(req.scope).run({
    input: { id: req.params.id },
  })
  const { ok, scopes, expiresAt, problem } = result
  res.json({
    ok,
    scopes,
    missing: scopes.filter((scope) => !scope.ok).map(({ name }) => name),
    expires_at: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    problem: problem && showAttention(problem),
    tested_at: new Date().toISOString(),
  })
}
