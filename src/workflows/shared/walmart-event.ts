import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { WalmartEvents } from "../../types/events"

/** What a store's subscriber receives: the name of an event, and what belongs to it. */
export type WalmartEvent = {
  [Name in keyof WalmartEvents]: { name: Name; data: WalmartEvents[Name] }
}[keyof WalmartEvents]

/** Part of a workflow: notifies a store's subscribers of something, or of several things of one kind, once the workflow is done. */
export function emitWalmartEvent<Name extends keyof WalmartEvents>(
  eventName: Name,
  data: WorkflowData<WalmartEvents[Name]> | WorkflowData<WalmartEvents[Name][]>
) {
  return emitEventStep({ eventName, data })
}
