import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { WalmartOrderChangedAtWalmart } from "../../types/events"
import type { WalmartSecondWriter } from "../../types/notification"
import { emitWalmartEvent } from "../shared/walmart-event"
import {
  mirrorWalmartChangesStep,
  type MirrorChangesStepInput,
  type MirroredChanges,
} from "./steps/mirror-changes"

export const mirrorWalmartChangesWorkflowId = "mirror-walmart-changes"

/**
 * Makes in Medusa what was made at Walmart by the buyer, by Walmart itself, in Seller Center or by another integration, as far as the
 * account's options want it. May be repeated at any time. Emits `walmart.order.changed_at_walmart` when something was done, and
 * `walmart.account.second_writer` when a parcel was shipped by other hands: no buyer and no rule of Walmart's does that.
 */
export const mirrorWalmartChangesWorkflow = createWorkflow(
  mirrorWalmartChangesWorkflowId,
  function (input: MirrorChangesStepInput) {
    const done = mirrorWalmartChangesStep(input)
    when({ done }, (data) => data.done.changes.length > 0).then(() => {
      const data = transform({ input, done }, (all): WalmartOrderChangedAtWalmart => ({
        id: all.done.walmart_order_id,
        order_id: all.input.order_id,
        changes: all.done.changes,
      }))
      emitWalmartEvent("walmart.order.changed_at_walmart", data)
    })
    when({ done }, (data) => data.done.changes.some(({ kind }) => kind === "ship")).then(() => {
      const data = transform({ done }, (all) => secondWriter(all.done))
      emitWalmartEvent("walmart.account.second_writer", data).config({
        name: "emit-walmart-second-writer",
      })
    })
    return new WorkflowResponse(done)
  }
)

function secondWriter(done: MirroredChanges): WalmartSecondWriter {
  const { account_id, walmart_order_id, purchase_order_id } = done
  const message = `Walmart shows a parcel of order ${purchase_order_id} that this store did not send.`
  return { account_id, walmart_order_id, purchase_order_id, message }
}
