import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { MailboxDue } from "../../walmart/common/ids"

/** Part of a workflow: has sent at once what waits, once the workflow is done. @param due one, or several of them */
export function emitMailboxDue(due: WorkflowData<MailboxDue> | WorkflowData<MailboxDue[]>) {
  return emitEventStep({ eventName: "walmart.mailbox.due", data: due })
}
