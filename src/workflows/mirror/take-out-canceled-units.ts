import {
  beginOrderEditOrderWorkflow,
  emitEventStep,
  orderEditUpdateItemQuantityWorkflow,
} from "@medusajs/medusa/core-flows"
import { OrderEditWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, transform } from "@medusajs/framework/workflows-sdk"
import { MIRRORED_BY } from "../../walmart/updates/model/sides"
import { keepCanceledUnitsStep } from "./steps/keep-canceled-units"
import { confirmWalmartOrderEditStep } from "../order-edits/steps/confirm-order-edit"

/** Line items, with the quantity that they keep. */
export interface TakeOutCanceledUnitsInput {
  order_id: string
  walmart_order_id: string
  items: { id: string; quantity: number }[]
  /** Units of each line that are canceled afterwards. */
  totals: { lineNumber: string; total: number }[]
}

export const takeOutCanceledUnitsWorkflowId = "take-out-walmart-canceled-units"

/** Takes units out of a Medusa order that Walmart has canceled. Their stock and their money are settled afterwards, as those of any edit. */
export const takeOutCanceledUnitsWorkflow = createWorkflow(
  takeOutCanceledUnitsWorkflowId,
  function (input: TakeOutCanceledUnitsInput) {
    const edit = transform({ input }, (data) => ({
      ...data.input,
      created_by: MIRRORED_BY,
      confirmed_by: MIRRORED_BY,
      internal_note: "Canceled at Walmart by other hands",
    }))
    const change = beginOrderEditOrderWorkflow.runAsStep({ input: edit })
    orderEditUpdateItemQuantityWorkflow.runAsStep({ input: edit })
    keepCanceledUnitsStep(
      transform({ input, change }, (data) => ({ ...data.input, change_id: data.change.id }))
    )
    const confirmed = confirmWalmartOrderEditStep(edit)
    emitEventStep({ eventName: OrderEditWorkflowEvents.CONFIRMED, data: confirmed })
  }
)
