import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminWalmartOrderResponse,
  AdminWalmartRefundBody,
  AdminWalmartRefundChoiceResponse,
} from "../../../../../../types/http"
import { refundWalmartOrderWorkflow } from "../../../../../../workflows/refunds/refund-walmart-order"
import { loadOrderDetail } from "../../load-order-detail"
import { loadRefundChoice } from "../../refund"

/** What can be refunded of the order, and the reasons Walmart takes. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartRefundChoiceResponse>
): Promise<void> {
  res.json(await loadRefundChoice(req.scope, req.params.id))
}

/** Makes Medusa's refund for the named lines; Walmart is sent it as after Medusa's own screen. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminWalmartRefundBody>,
  res: MedusaResponse<AdminWalmartOrderResponse>
): Promise<void> {
  const { id } = req.params
  const { lines, ...said } = req.validatedBody
  await refundWalmartOrderWorkflow(req.scope).run({
    input: {
      ...{ ...said, id, actor_id: req.auth_context.actor_id },
      lines: lines.map(({ line_number: lineNumber, type, amount }) => ({
        ...{ lineNumber, type, amount },
      })),
    },
  })
  res.json({ order: await loadOrderDetail(req.scope, id) })
}
