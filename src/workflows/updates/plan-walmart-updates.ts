import type { PlanInput } from "../../walmart/updates/model/sides"
import {
  createHook,
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { NO_PLAN, type TriedPlan, tryPlan } from "../reconciliation/compare-sides"
import { emitWalmartEvent } from "../shared/walmart-event"
import { carriersByFulfillment, changedUpdates } from "../shared/hook-results"
import type { MapCarriersInput } from "../reconciliation/map-carriers-input"
import { compareWalmartSidesStep } from "./steps/compare-sides"
import { type LoadedOrder, loadWalmartPlanStep } from "./steps/load-plan"
import { saveWalmartPlanStep } from "./steps/save-plan"
import { ownValue } from "../../walmart/common/own-value"

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
    mapped: ownValue(chosen, f.id) ?? f.mapped,
  }))
  return { ...input, medusa: { ...input.medusa, fulfillments } }
}

/**
 * Looks at one Medusa order, queues what Walmart does not know yet, and keeps in what both sides disagree without an update that
 * explains it. Asked by subscribers, by the sweep and by hand; asking twice adds nothing. A store extends it by two hooks:
 * `mapCarriers` and `changeUpdates`.
 */
export const planWalmartUpdatesWorkflow = createWorkflow(
  planWalmartUpdatesWorkflowId,
  function (input: PlanWalmartUpdatesInput) {
    const order = loadWalmartPlanStep(input)
    const loaded = transform({ order }, (data) => knownOf(data)?.plan ?? null)
    const about: MapCarriersInput = { order_id: input.order_id, loaded }
    const mapCarriers = createHook("mapCarriers", about, { resultValidator: carriersByFulfillment })
    const chosenCarriers = mapCarriers.getResult()
    const planned = transform({ order, chosenCarriers }, (data): TriedPlan => {
      const plan = knownOf(data)?.plan
      if (!plan) return { ...NO_PLAN, error: null }
      return tryPlan(withCarriers(plan.input, data.chosenCarriers ?? {}))
    })
    const changeUpdates = createHook(
      "changeUpdates",
      { order_id: input.order_id, updates: planned.add },
      { resultValidator: changedUpdates }
    )
    const replacement = changeUpdates.getResult()
    // The engine hands on an answer of nothing as an object of its own, so only a list is one.
    const save = transform({ order, planned, replacement }, (data) => ({
      walmart_order_id: knownOf(data)?.walmart_order_id ?? "",
      is_canceled: isCanceled(knownOf(data)),
      plan: {
        ...data.planned,
        add: Array.isArray(data.replacement) ? data.replacement : data.planned.add,
      },
    }))
    const saved = when({ save }, ({ save: wanted }) => hasWork(wanted.plan)).then(() =>
      saveWalmartPlanStep(save)
    )
    const compared = when({ order }, (data) => knownOf(data) !== null).then(() =>
      compareWalmartSidesStep(
        transform({ order, save }, (data) => ({
          order: data.order as LoadedOrder,
          planned: data.save.plan,
        }))
      )
    )
    const attention = transform({ save, saved, compared }, attentionEvents)
    when({ attention }, (data) => data.attention.length > 0).then(() =>
      emitWalmartEvent("walmart.order.attention_needed", attention)
    )
    const result = transform({ save, saved }, (data): PlanWalmartUpdatesResult => ({
      walmart_order_id: data.save.walmart_order_id || null,
      added: data.saved?.added ?? [],
    }))
    return new WorkflowResponse(result, { hooks: [mapCarriers, changeUpdates] })
  }
)

/** The engine types a step's null away. */
function knownOf({ order }: { order: unknown }): LoadedOrder | null {
  return (order as LoadedOrder | null) ?? null
}

function isCanceled(order: LoadedOrder | null): boolean {
  return (order?.plan?.input.medusa.canceledAt ?? null) !== null
}

function hasWork({ add, supersede }: { add: unknown[]; supersede: unknown[] }): boolean {
  return add.length + supersede.length > 0
}

interface Outcome {
  save: { walmart_order_id: string; plan: TriedPlan }
  saved?: { added: string[] }
  compared?: { news: string[] }
}

/** One per cause that is new. */
function attentionEvents({ save, saved, compared }: Outcome): { id: string; code: string }[] {
  const isNew = saved !== undefined && saved.added.length > 0
  const asked = isNew ? save.plan.add.flatMap(({ attention }) => attention?.code ?? []) : []
  const codes = new Set([...asked, ...(compared?.news ?? [])])
  return [...codes].map((code) => ({ id: save.walmart_order_id, code }))
}
