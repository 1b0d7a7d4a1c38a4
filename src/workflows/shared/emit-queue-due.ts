import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { QueueDue } from "../../walmart/common/ids"

/** Part of a workflow: has sent at once what waits, once the workflow is done. @param due one, or several of them */
export function emitQueueDue(due: WorkflowData<QueueDue> | WorkflowData<QueueDue[]>) {
  return emitEventStep({ eventName: "walmart.queue.due", data: due })
}
