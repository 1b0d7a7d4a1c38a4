import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  changeWalmartSettingsStep,
  type ChangeSettingsStepInput,
  pauseWalmartAccountStep,
  type PauseAccountStepInput,
} from "./steps/change-account"
import { testWalmartAccountStep, type TestAccountStepInput } from "./steps/test-account"
import { accountId } from "../../walmart/common/ids"
import { emitQueueDue } from "../shared/emit-queue-due"

/*
 * Each of these may let something go that was held, so each ends with a wake-up for everything that is due; while the account is
 * still held, the wake-up finds nothing to do.
 */

export const pauseWalmartAccountWorkflowId = "pause-walmart-account"

/** Holds everything of an account, or lets it continue in order. */
export const pauseWalmartAccountWorkflow = createWorkflow(
  pauseWalmartAccountWorkflowId,
  function (input: PauseAccountStepInput) {
    const changed = pauseWalmartAccountStep(input)
    const due = transform({ changed }, (data) => ({
      account_id: accountId(data.changed.account_id),
    }))
    emitQueueDue(due)
    return new WorkflowResponse(changed)
  }
)

export const changeWalmartSettingsWorkflowId = "change-walmart-settings"

/** Keeps an account's carrier map, ship-method map, default reason and dry run. */
export const changeWalmartSettingsWorkflow = createWorkflow(
  changeWalmartSettingsWorkflowId,
  function (input: ChangeSettingsStepInput) {
    const changed = changeWalmartSettingsStep(input)
    const due = transform({ changed }, (data) => ({
      account_id: accountId(data.changed.account_id),
    }))
    emitQueueDue(due)
    return new WorkflowResponse(changed)
  }
)

export const testWalmartAccountWorkflowId = "test-walmart-account"

/** Asks Walmart what an account's key may do; when all is well, sends that were held continue. */
export const testWalmartAccountWorkflow = createWorkflow(
  testWalmartAccountWorkflowId,
  function (input: TestAccountStepInput) {
    const tested = testWalmartAccountStep(input)
    const due = transform({ input }, (data) => ({ account_id: accountId(data.input.id) }))
    emitQueueDue(due)
    return new WorkflowResponse(tested)
  }
)
