import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type { Discrepancy } from "../../../../walmart/reconciliation/figures/discrepancy"
import type { Content } from "../../../../walmart/updates/model/kind"
import { contentOf, unitsNamed } from "../../../../walmart/updates/kinds"
import { isPayload } from "../../../../walmart/updates/update-schema"
import { compareOrders } from "../../../reconciliation/compare-orders"
import { findWalmartUpdate } from "../../../shared/find-walmart-rows"
import { interventionRefusal } from "../../../shared/refusals"
import { refundsWithout } from "../refund-totals"

/** An update a person takes out of the queue. */
export interface DismissUpdateStepInput {
  id: string
  /** Why; kept with the update. */
  note: string
  /** Who said so. */
  actor_id: string
}

/**
 * Takes an update out of the queue, so that those after it may go. Not undone: what a person decided stands.
 * @throws MedusaError NOT_FOUND, NOT_ALLOWED when it is finished or being sent
 */
export const dismissWalmartUpdateStep = createStep(
  "dismiss-walmart-update",
  async ({ id, note, actor_id }: DismissUpdateStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const update = await findWalmartUpdate(walmart, id)
    const following = await refundsWithout(container, update)
    const outcome = await walmart.intervene(id, {
      action: "dismiss",
      by: actor_id,
      note,
      following,
    })
    const refusal = interventionRefusal(update, outcome)
    if (refusal) throw refusal
    const { walmart_order_id, payload } = update
    return new StepResponse<DismissedUpdate>({
      walmart_order_id,
      line_numbers: isPayload(payload) ? lineNumbersOf(contentOf(payload)) : [],
      note,
      actor_id,
    })
  }
)

/** An update that was dismissed, and what it was about. */
export interface DismissedUpdate {
  walmart_order_id: string
  line_numbers: string[]
  note: string
  actor_id: string
}

function lineNumbersOf(content: Content): string[] {
  return unitsNamed(content).map(({ lineNumber }) => lineNumber)
}

/** Differences that a dismissed update leaves when Walmart waits for nothing of it any more. */
const FINAL = ["shipped_only_in_medusa", "canceled_only_in_medusa"]

/** Compares both sides once the update explains nothing any more. Not undone: what a person decided stands. */
export const finishDismissedUpdateStep = createStep(
  "finish-dismissed-update",
  async (update: DismissedUpdate, { container }) => {
    const { walmart_order_id, line_numbers: numbers, note, actor_id: by } = update
    const isMeant = ({ code, lineNumber, isOpen }: Discrepancy) =>
      FINAL.includes(code) && !isOpen && numbers.includes(lineNumber ?? "")
    await compareOrders(container, [walmart_order_id], { by, note, isMeant })
    return new StepResponse(undefined)
  }
)
