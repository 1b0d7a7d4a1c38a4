import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { accountId } from "../../walmart/common/ids"
import { emitQueueDue } from "../shared/emit-queue-due"
import {
  noticeStockChangesStep,
  type NoticeStockChangesStepInput,
} from "./steps/notice-stock-changes"
import { type PushStockStepInput, pushWalmartStockStep } from "./steps/push-stock"

export const pushWalmartStockWorkflowId = "push-walmart-stock"

/** Sends one figure of stock now, also one that waited for a recount or for a person. */
export const pushWalmartStockWorkflow = createWorkflow(
  pushWalmartStockWorkflowId,
  function (input: WorkflowData<PushStockStepInput>) {
    const pushed = pushWalmartStockStep(input)
    const due = transform({ pushed }, (data) => ({ account_id: accountId(data.pushed.account_id) }))
    emitQueueDue(due)
    return new WorkflowResponse(pushed)
  }
)

export const noticeWalmartStockWorkflowId = "notice-walmart-stock"

/** Has the figures sent that follow from changed stock levels; they go with the next tick, so that many changes are one call. */
export const noticeWalmartStockWorkflow = createWorkflow(
  noticeWalmartStockWorkflowId,
  function (input: WorkflowData<NoticeStockChangesStepInput>) {
    return new WorkflowResponse(noticeStockChangesStep(input))
  }
)
