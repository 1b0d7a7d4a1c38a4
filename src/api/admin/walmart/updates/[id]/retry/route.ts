import type {
  Correction,
  PackageCorrection,
} from "../../../../../../walmart/updates/model/correction"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartPackageCorrection,
  AdminWalmartRetryBody,
  AdminWalmartUpdateResponse,
} from "../../../../../../types/http"
import { retryWalmartUpdateWorkflow } from "../../../../../../workflows/updates/retry/retry-walmart-updates"
import { loadUpdateDetail } from "../../load-update-detail"

/** Each field is there, if only as undefined. */
type WithAllOf<T> = { [Field in keyof Required<T>]: T[Field] }

/** Corrects an update and has it sent; without a correction it is sent as it is. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartRetryBody>,
  res: MedusaResponse<AdminWalmartUpdateResponse>
): Promise<void> {
  const { id } = req.params
  const actor_id = req.auth_context.actor_id
  const correction = correctionOf(req.validatedBody)
  await retryWalmartUpdateWorkflow(req.scope).run({ input: { id, actor_id, correction } })
  res.json({ update: await loadUpdateDetail(req.scope, id, false) })
}

/** Every field of a correction is named, so that none that the body may have is left behind. */
function correctionOf(body: AdminWalmartRetryBody): WithAllOf<Correction> {
  return {
    ...packageOf(body),
    reason: body.reason,
    refundLines: body.refund_lines?.map(({ line_number: lineNumber, type, amount }) => ({
      ...{ lineNumber, type, amount },
    })),
    shipAnyway: body.ship_anyway,
    packageIndex: body.package_index,
    packages: body.packages?.map((entry) => ({
      ...packageOf(entry),
      packageIndex: entry.package_index,
    })),
  }
}

function packageOf(body: AdminWalmartPackageCorrection): WithAllOf<PackageCorrection> {
  return {
    carrier: body.carrier,
    trackingNumber: body.tracking_number,
    trackingUrl: body.tracking_url,
  }
}
