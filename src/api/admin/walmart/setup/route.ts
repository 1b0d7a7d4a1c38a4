import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartSetupBody,
  AdminWalmartSetupPlan,
  AdminWalmartSetupPlansResponse,
  AdminWalmartSetupResponse,
} from "../../../../types/http"
import { walmartOf } from "../../../../workflows/import/store/load-store"
import { setUpWalmartWorkflow } from "../../../../workflows/setup/set-up-walmart"
import { loadPlan } from "./load-setup-plan"

/** What the store lacks for each account's orders. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartSetupPlansResponse>
): Promise<void> {
  const plans: AdminWalmartSetupPlan[] = []
  for (const { id } of walmartOf(req.scope).options.accounts)
    plans.push(await loadPlan(req.scope, id))
  res.json({ plans })
}

/** Makes what was agreed to, and says what it did. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartSetupBody>,
  res: MedusaResponse<AdminWalmartSetupResponse>
): Promise<void> {
  const { account_id, steps, stock_location_id, ship_nodes } = req.validatedBody
  const answers = { stockLocationId: stock_location_id, shipNodes: ship_nodes }
  const { result } = await setUpWalmartWorkflow(req.scope).run({
    input: { account_id, agreed: steps, answers },
  })
  res.json({ ...result, plan: await loadPlan(req.scope, account_id) })
}
