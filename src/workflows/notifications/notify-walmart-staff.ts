import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { claimWalmartMessagesStep, type ClaimMessagesStepInput } from "./steps/claim-messages"
import { sendWalmartMessagesStep } from "./steps/send-messages"

export const notifyWalmartStaffWorkflowId = "notify-walmart-staff"

/**
 * Notifies people of everything that needs them and that they have not been notified of: by Medusa's Notification module, and by
 * the event `walmart.notification.raised`. Safe to run at any time, in any number of processes. Answers the messages.
 */
export const notifyWalmartStaffWorkflow = createWorkflow(
  notifyWalmartStaffWorkflowId,
  function (input: WorkflowData<ClaimMessagesStepInput>) {
    const messages = claimWalmartMessagesStep(input)
    sendWalmartMessagesStep({ messages })
    return new WorkflowResponse(messages)
  }
)
