import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import { failureOf } from "../../../modules/walmart/common/failure"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { MirrorAction } from "../../../walmart/mirror/action"
import { holdOrder } from "../../shared/hold-order"
import { loadSides } from "../../reconciliation/load-sides"
import { applyAction } from "../apply-action"
import { actionsOf } from "../actions-of"
import { mirroredOrder } from "../mirrored-order"
import { sendFreedStock } from "../send-freed-stock"

/** An order of Medusa's that may have been changed at Walmart. */
export interface MirrorChangesStepInput {
  order_id: string
}

/** What was done in Medusa, in turn. */
export interface MirroredChanges {
  walmart_order_id: string
  account_id: string
  purchase_order_id: string
  changes: MirrorAction[]
  /** Why it was not all; null when it was. */
  problem: string | null
}

/** How long the order may be held by a person's request, in seconds. */
const WAIT_SECONDS = 5

/** More actions than any order has; an order whose state never settles must not keep the process. */
const MOST = 50

/**
 * Makes in Medusa what was made at Walmart, one action after the other, each by the state that the one before left. Not undone:
 * Walmart shows it whatever fails later. What fails is tried again by the next run, which continues where this one stopped; the stock of
 * what a run has freed before it died is sent by the sweep.
 */
export const mirrorWalmartChangesStep = createStep(
  "mirror-walmart-changes",
  async ({ order_id }: MirrorChangesStepInput, { container }) => {
    const done: MirroredChanges = {
      ...{ walmart_order_id: "", account_id: "", purchase_order_id: "" },
      ...{ changes: [], problem: null },
    }
    try {
      await holdOrder(container, order_id, WAIT_SECONDS, () => mirrorAll(container, order_id, done))
    } catch (error) {
      done.problem = failureOf(error).message
    }
    return new StepResponse(done)
  }
)

async function mirrorAll(container: MedusaContainer, order_id: string, done: MirroredChanges) {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const [row] = await walmart.listWalmartOrders({ order_id }, { relations: ["lines"] })
  if (!row) return
  done.walmart_order_id = row.id
  done.account_id = row.account_id
  done.purchase_order_id = row.purchase_order_id
  const order = mirroredOrder(order_id, row)
  const tried = new Set<string>()
  while (tried.size < MOST && !walmart.isStopping) {
    const [loaded] = await loadSides(container, [order_id])
    if (!loaded || "error" in loaded) return
    if (done.changes.length > 0) await sendFreedStock(container, loaded)
    const action = actionsOf(walmart, loaded).find((one) => !tried.has(keyOf(one)))
    if (!action) return
    tried.add(keyOf(action))
    if (await applyAction(container, order, action)) done.changes.push(action)
  }
}

function keyOf(action: MirrorAction): string {
  return JSON.stringify(action)
}
