import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminWalmartDoctorResponse, AdminWalmartFinding } from "../../../../types/http"
import { type Finding, hasFaults } from "../../../../walmart/doctor/finding"
import { diagnoseWalmartWorkflow } from "../../../../workflows/doctor/diagnose-walmart"

/** Looks at everything that orders need; asks Walmart a few times, and changes nothing. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartDoctorResponse>
): Promise<void> {
  const { result } = await diagnoseWalmartWorkflow(req.scope).run({ input: {} })
  res.json({ ok: !hasFaults(result), findings: result.map(showFinding) })
}

function showFinding({ accountId, ...finding }: Finding): AdminWalmartFinding {
  return { account_id: accountId, ...finding }
}
