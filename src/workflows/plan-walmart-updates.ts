import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createHook,
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { planUpdates, type PlanInput } from "../walmart/plan"
import type { PlannedUpdate } from "../walmart/update"
import { carriersByFulfillment, changedUpdates } from "./hook-results"
import type { LoadedPlan } from "./load-plans"
import { loadWalmartPlanStep } from "./steps/load-plan"
import { saveWalmartPlanStep } from "./steps/save-plan"

/** A Medusa order that may have something new for Walmart. */
export interface PlanWalmartUpdatesInput {
  order_id: string
}

/** What was planned. */
export interface PlanWalmartUpdatesResult {
  /** Null when the order is not one of Walmart's. */
  walmart_order_id: string | null
  /** Ids of the updates that were new. */
  added: string[]
}

export const planWalmartUpdatesWorkflowId = "plan-walmart-updates"

function withCarriers(input: PlanInput, chosen: Record<string, string>): PlanInput {
  const fulfillments = input.medusa.fulfillments.map((f) => ({
    ...f,
    mapped: chosen[f.id] ?? f.mapped,
  }))
  return { ...input, medusa: { ...input.medusa, fulfillments } }
}

/**
 * Looks at one Medusa order and queues what Walmart does not know yet. Asked by subscribers, by the sweep and by hand; asking
 * twice adds nothing. A store extends it by two hooks: `mapCarriers` and `changeUpdates`.
 */
export const planWalmartUpdatesWorkflow = createWorkflow(
  planWalmartUpdatesWorkflowId,
  function (input: PlanWalmartUpdatesInput) {
    const loaded = loadWalmartPlanStep(input)
    const mapCarriers = createHook(
      "mapCarriers",
      { order_id: input.order_id, loaded },
      { resultValidator: carriersByFulfillment }
    )
    const chosenCarriers = mapCarriers.getResult()
    const planned = transform({ loaded, chosenCarriers }, (data) => {
      const known = data.loaded as LoadedPlan | null
      if (!known) return { add: [], supersede: [] }
      return planUpdates(withCarriers(known.input, data.chosenCarriers ?? {}))
    })
    const changeUpdates = createHook(
      "changeUpdates",
      { order_id: input.order_id, updates: planned.add },
      { resultValidator: changedUpdates }
    )
    const replacement = changeUpdates.getResult()
    // The engine hands on an answer of nothing as an object of its own, so only a list is one.
    const save = transform({ loaded, planned, replacement }, (data) => ({
      walmart_order_id: (data.loaded as LoadedPlan | null)?.walmart_order_id ?? "",
      plan: {
        ...data.planned,
        add: Array.isArray(data.replacement) ? data.replacement : data.planned.add,
      },
    }))
    const saved = when({ save }, ({ save: wanted }) => hasWork(wanted.plan)).then(() =>
      saveWalmartPlanStep(save)
    )
    const attention = transform({ save, saved }, (data) =>
      data.saved && data.saved.added.length > 0 ? attentionEvents(data.save) : []
    )
    when({ attention }, (data) => data.attention.length > 0).then(() =>
      emitEventStep({ eventName: "walmart.order.attention_needed", data: attention })
    )
    const result = transform({ save, saved }, (data): PlanWalmartUpdatesResult => ({
      walmart_order_id: data.save.walmart_order_id || null,
      added: data.saved?.added ?? [],
    }))
    return new WorkflowResponse(result, { hooks: [mapCarriers, changeUpdates] })
  }
)

function hasWork({ add, supersede }: { add: unknown[]; supersede: unknown[] }): boolean {
  return add.length + supersede.length > 0
}

function attentionEvents({ walmart_order_id: id, plan }: Saved): { id: string; code: string }[] {
  return plan.add.flatMap(({ attention }) => (attention ? [{ id, code: attention.code }] : []))
}

interface Saved {
  walmart_order_id: string
  plan: { add: PlannedUpdate[] }
}
