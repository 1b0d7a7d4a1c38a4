import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createHook,
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  loadImportedWalmartOrderStep,
  numberImportedWalmartOrderStep,
  recordWalmartPaymentStep,
  reserveImportedWalmartItemsStep,
  importShipmentsStep,
} from "./steps/complete-imported-order"
import { createImportedWalmartOrderStep } from "./steps/create-imported-order"
import { type LocatedOrder, NOTHING, planWalmartOrderStep } from "./steps/plan-walmart-order"
import {
  finishWalmartImportStep,
  noteWalmartImportProblemStep,
  queueWalmartAcknowledgmentStep,
} from "./steps/finish-walmart-import"
import {
  type ReadWalmartOrder,
  readWalmartOrderStep,
  type ReadWalmartOrderStepInput,
} from "./steps/read-walmart-order"
import type { Attention } from "../../walmart/updates/model/update"
import type { Order } from "../../walmart/orders/order"
import type { PlannedOrder } from "../../walmart/import/planned-order"
import { type MappedOrder, mappedOrder } from "../shared/hook-results"
import { walmartOrderId } from "../../walmart/common/ids"
import { emitWalmartEvent } from "../shared/walmart-event"
import { emitQueueDue } from "../shared/emit-queue-due"

/** Which order to import, and what Walmart has just shown of it, if so. */
export type ImportWalmartOrderInput = ReadWalmartOrderStepInput

/** What became of it. */
export interface ImportWalmartOrderResult {
  walmart_order_id: string
  /** Medusa order; null for an order that is kept without one or cannot be imported. */
  order_id: string | null
  /** `imported` by this run, `known` when it was before, `read_only` for Walmart's own fulfillment, `needs_attention`. */
  outcome: "imported" | "known" | "read_only" | "needs_attention"
  /** Why it needs attention. */
  problem: Attention | null
}

/** What the hook `mapOrder` is given. */
export interface MapOrderInput {
  account_id: string
  /** Walmart's order, with the buyer's data. */
  order: Order
  /** The Medusa order as the plugin would make it; null where none is made, because it is there or cannot be. */
  planned: PlannedOrder | null
}

export const importWalmartOrderWorkflowId = "import-walmart-order"

/**
 * Makes a Medusa order of a Walmart order: reads it, creates the order with items and address, reserves stock, records
 * Walmart's payment, takes over what has left, queues the acknowledgment, and marks it as imported at the very end. What is
 * only for convenience comes after the acknowledgment, which has a deadline. Every step
 * may be repeated, and two runs at once do no harm, because everything is created under ids that were chosen before. The runs of a
 * poll take their steps together, each step's work done once for all of them. Emits
 * `walmart.order.imported` once, or `walmart.order.attention_needed` when the cause is new. A store extends it by the hook `mapOrder`.
 */
export const importWalmartOrderWorkflow = createWorkflow(
  importWalmartOrderWorkflowId,
  function (input: WorkflowData<ImportWalmartOrderInput>) {
    const read = readWalmartOrderStep(input)
    const decided = planWalmartOrderStep(read)
    const toMake = transform({ decided }, (data) => data.decided.planned)
    const about: MapOrderInput = { account_id: read.account_id, order: read.order, planned: toMake }
    const mapOrder = createHook("mapOrder", about, { resultValidator: mappedOrder })
    const extra = mapOrder.getResult()
    const planned = transform({ decided, extra }, (data) => withExtra(data.decided, data.extra))
    const finished = when({ planned }, ({ planned: { action } }) =>
      ["create", "resume"].includes(action)
    ).then(() => {
      createImportedWalmartOrderStep(planned)
      const loaded = loadImportedWalmartOrderStep(read)
      reserveImportedWalmartItemsStep(loaded)
      recordWalmartPaymentStep(loaded)
      importShipmentsStep(loaded)
      queueWalmartAcknowledgmentStep(read)
      numberImportedWalmartOrderStep(
        transform({ read }, (data) => ({
          walmart_order_id: data.read.walmart_order_id,
          order_id: data.read.order_id ?? "",
          purchase_order_id: data.read.order.purchaseOrderId,
        }))
      )
      return finishWalmartImportStep(
        transform({ read, loaded }, (data) => ({
          walmart_order_id: data.read.walmart_order_id,
          order: data.loaded.order,
        }))
      )
    })
    emitImported(read, finished)
    noteProblem(read, planned)
    const result = transform({ read, planned, finished }, resultOf)
    return new WorkflowResponse(result, { hooks: [mapOrder] })
  }
)

/** Emits what follows an order that this run was the first to finish. */
function emitImported(
  read: WorkflowData<ReadWalmartOrder>,
  finished: WorkflowData<Finished> | undefined
): void {
  when({ finished }, (data) => data.finished?.is_first === true).then(() => {
    const about = transform({ read }, (data) => aboutOrder(data.read))
    emitWalmartEvent("walmart.order.imported", about).config({
      name: "emit-walmart-order-imported",
    })
    emitQueueDue(about).config({ name: "emit-walmart-queue-due" })
  })
  when({ finished }, (data) => data.finished?.emit_order_placed === true).then(() => {
    const placed = transform({ read }, (data) => ({ id: data.read.order_id }))
    emitEventStep({ eventName: "order.placed", data: placed }).config({
      name: "emit-walmart-order-placed",
    })
  })
}

/** Keeps why an order needs a person, and emits it when the cause is new. */
function noteProblem(
  read: WorkflowData<ReadWalmartOrder>,
  planned: WorkflowData<LocatedOrder>
): void {
  const noted = when({ planned }, (data) => data.planned.action === "ask").then(() => {
    const problem = transform({ read, planned }, (data) => ({
      walmart_order_id: data.read.walmart_order_id,
      attention: data.planned.attention ?? { code: "", message: "", remedy: "" },
    }))
    return noteWalmartImportProblemStep(problem)
  })
  when({ noted }, (data) => data.noted?.is_news === true).then(() => {
    const about = transform({ read, planned }, (data) => ({
      id: data.read.walmart_order_id,
      code: data.planned.attention?.code ?? null,
      reason: data.planned.attention?.message ?? null,
    }))
    emitWalmartEvent("walmart.order.attention_needed", about).config({
      name: "emit-walmart-order-attention-needed",
    })
  })
}

/**
 * The plugin's own data goes before the store's, since later steps rely on it. Asked for even when an earlier step has failed, whose
 * answer is missing then; that failure is thrown afterwards.
 */
function withExtra(decided: LocatedOrder | undefined, extra: unknown): LocatedOrder {
  const planned = decided?.planned
  if (!decided || !planned) return decided ?? NOTHING
  // The engine hands on an answer of nothing as an object of its own, which has neither.
  const { metadata = {}, items = {} } = (extra ?? {}) as MappedOrder
  return {
    ...decided,
    planned: {
      ...planned,
      metadata: { ...metadata, ...planned.metadata },
      items: planned.items.map((item) => ({ ...item, extra: items[item.lineNumber] ?? {} })),
    },
  }
}

function aboutOrder({ walmart_order_id: id, order_id }: ReadWalmartOrder) {
  return { id: walmartOrderId(id), order_id: order_id ?? "" }
}

/** What finishing the import answered. */
interface Finished {
  is_first: boolean
  emit_order_placed: boolean
}

interface Outcome {
  read?: ReadWalmartOrder
  planned?: LocatedOrder
  finished?: Pick<Finished, "is_first">
}

/** Asked for even when a step has failed, whose answers are missing then; the failure itself is thrown afterwards. */
function resultOf(steps: Outcome): ImportWalmartOrderResult {
  const problem = steps.planned?.attention ?? null
  return {
    walmart_order_id: steps.read?.walmart_order_id ?? "",
    order_id: problem ? null : (steps.read?.order_id ?? null),
    outcome: outcomeOf(steps),
    problem,
  }
}

function outcomeOf({ read, planned, finished }: Outcome): ImportWalmartOrderResult["outcome"] {
  if (planned?.attention) return "needs_attention"
  if (read?.order_id === null) return "read_only"
  return finished?.is_first ? "imported" : "known"
}
