import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartBulkRetryBody,
  AdminWalmartBulkRetryResponse,
} from "../../../../../types/http"
import { retryWalmartUpdatesWorkflow } from "../../../../../workflows/updates/retry/retry-walmart-updates"

/** Sends many updates again; answers what became of each. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartBulkRetryBody>,
  res: MedusaResponse<AdminWalmartBulkRetryResponse>
): Promise<void> {
  const { result } = await retryWalmartUpdatesWorkflow(req.scope).run({
    input: { ...req.validatedBody, actor_id: req.auth_context.actor_id },
  })
  const { results, remaining, after } = result
  const retried = results.filter(({ outcome }) => outcome === "retried").length
  res.json({ results, retried, remaining, after })
}
