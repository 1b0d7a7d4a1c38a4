import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { accountId } from "../../walmart/common/ids"
import { emitQueueDue } from "../shared/emit-queue-due"
import {
  changeWalmartKeysStep,
  type ChangeKeysStepInput,
  removeWalmartKeysStep,
  type RemoveKeysStepInput,
} from "./steps/change-keys"

export const changeWalmartKeysWorkflowId = "change-walmart-keys"

/** Tries keys of an account at Walmart and saves them; what waited is sent with them. */
export const changeWalmartKeysWorkflow = createWorkflow(
  changeWalmartKeysWorkflowId,
  function (input: ChangeKeysStepInput) {
    const changed = changeWalmartKeysStep(input)
    const due = transform({ changed }, (data) => ({
      account_id: accountId(data.changed.account_id),
    }))
    emitQueueDue(due)
    return new WorkflowResponse(changed)
  }
)

export const removeWalmartKeysWorkflowId = "remove-walmart-keys"

/** Takes away the keys of an account that were set in the settings, so that those of the options are in force again. */
export const removeWalmartKeysWorkflow = createWorkflow(
  removeWalmartKeysWorkflowId,
  function (input: RemoveKeysStepInput) {
    return new WorkflowResponse(removeWalmartKeysStep(input))
  }
)
