import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartAccountResponse } from "../../../../../../types/http"
import { pauseWalmartAccountWorkflow } from "../../../../../../workflows/accounts/change-walmart-account"
import { loadAccount } from "../../load-accounts"

/** Lets an account continue, in order; answers what waits. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartAccountResponse>
): Promise<void> {
  const { id } = req.params
  await pauseWalmartAccountWorkflow(req.scope).run({
    input: { id, paused: false, actor_id: req.auth_context.actor_id },
  })
  res.json({ account: await loadAccount(req.scope, id) })
}
