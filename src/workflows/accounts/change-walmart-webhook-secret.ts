import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  changeWalmartWebhookSecretStep,
  type ChangeWebhookSecretStepInput,
  removeWalmartWebhookSecretStep,
  type RemoveWebhookSecretStepInput,
} from "./steps/change-webhook-secret"

export const changeWalmartWebhookSecretWorkflowId = "change-walmart-webhook-secret"

/** Saves what Walmart proves an account's events by. Walmart is told when the account is subscribed again. */
export const changeWalmartWebhookSecretWorkflow = createWorkflow(
  changeWalmartWebhookSecretWorkflowId,
  function (input: ChangeWebhookSecretStepInput) {
    return new WorkflowResponse(changeWalmartWebhookSecretStep(input))
  }
)

export const removeWalmartWebhookSecretWorkflowId = "remove-walmart-webhook-secret"

/** Takes away the secret that was set in the settings, so that the one of the options is in force again. */
export const removeWalmartWebhookSecretWorkflow = createWorkflow(
  removeWalmartWebhookSecretWorkflowId,
  function (input: RemoveWebhookSecretStepInput) {
    return new WorkflowResponse(removeWalmartWebhookSecretStep(input))
  }
)
