import {
  type AuthenticatedMedusaRequest,
  type MedusaNextFunction,
  type MedusaResponse,
  wrapWithPoliciesCheck,
} from "@medusajs/framework/http"
import { FeatureFlag } from "@medusajs/framework/utils"
import type { AdminWalmartCancelBody } from "../../../../types/http"

/** What Medusa's own routes want of who begins an order edit and confirms it. */
const EDITS = ["create", "update"].map((operation) => ({ resource: "order_change", operation }))

function goOn(_req: AuthenticatedMedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) {
  next()
}

const mayEdit = wrapWithPoliciesCheck(goOn, EDITS)

/** Canceling some units edits the Medusa order, so in a store with roles it needs the right to; canceling all of it does not. */
export async function mayEditOrder(
  req: AuthenticatedMedusaRequest<AdminWalmartCancelBody>,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const isPartial = req.validatedBody.lines !== undefined
  if (!isPartial || !FeatureFlag.isFeatureEnabled("rbac")) return next()
  await mayEdit(req, res, next)
}
