import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  checkWalmartWebhooksStep,
  subscribeWalmartWebhooksStep,
  type UnsubscribeStepInput,
  unsubscribeWalmartWebhookStep,
  type WebhookStepInput,
} from "./steps/subscribe"

export const subscribeWalmartWebhooksWorkflowId = "subscribe-walmart-webhooks"

/** Subscribes an account to Walmart's events about orders and returns. Repeating it renews the subscriptions. */
export const subscribeWalmartWebhooksWorkflow = createWorkflow(
  subscribeWalmartWebhooksWorkflowId,
  function (input: WorkflowData<WebhookStepInput>) {
    return new WorkflowResponse(subscribeWalmartWebhooksStep(input))
  }
)

export const checkWalmartWebhooksWorkflowId = "check-walmart-webhooks"

/** Has Walmart deliver a sample to this store, and answers why it did not arrive. */
export const checkWalmartWebhooksWorkflow = createWorkflow(
  checkWalmartWebhooksWorkflowId,
  function (input: WorkflowData<WebhookStepInput>) {
    return new WorkflowResponse(checkWalmartWebhooksStep(input))
  }
)

export const unsubscribeWalmartWebhookWorkflowId = "unsubscribe-walmart-webhook"

/** Ends one of an account's subscriptions. */
export const unsubscribeWalmartWebhookWorkflow = createWorkflow(
  unsubscribeWalmartWebhookWorkflowId,
  function (input: WorkflowData<UnsubscribeStepInput>) {
    return new WorkflowResponse(unsubscribeWalmartWebhookStep(input))
  }
)
