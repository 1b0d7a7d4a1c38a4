import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { RefundLine } from "../../../walmart/refunds/find-lines"
import {
  checkRefundReason,
  type MedusaReason,
  walmartReason,
} from "../../../walmart/refunds/reasons"
import { refundLinesOf } from "../../../walmart/updates/refund/check-refund"
import { mirroredOf, partsOf } from "../../../walmart/updates/refund/plan-refund"
import { type LoadedPlan, loadPlans } from "../../reconciliation/load-plans"
import { REFUND_METADATA } from "../../reconciliation/medusa-side/medusa-refunds"
import { readGraph } from "../../shared/read-graph"
import { invalid, notAllowed } from "../../shared/refusals"
import { PROVIDER } from "../../shared/walmart-payments"

/** A refund that staff are about to make. */
export interface CheckRefundStepInput {
  order_id: string
  payment_id: string
  /** Major units; everything that was paid when left out, as Medusa takes it. */
  amount?: number
  /** One of Medusa's refund reasons. */
  refund_reason_id?: string
  /** What it is for; left out, the amount has to tell. */
  lines?: RefundLine[]
  /** One of Walmart's refund reasons; left out, the one for Medusa's reason. */
  reason?: string
  /** Who refunds. */
  actor_id: string
  /** How old what is known of Walmart's side is, for the refusal; empty when it was read just now. */
  caveat?: string
}

/** What is written into the refund, so that it is known what it is for; null where nothing is sent to Walmart. */
export type CheckedRefund = { metadata: Record<string, unknown> | null }

const NOT_SENT: CheckedRefund = { metadata: null }

/**
 * Refuses a refund that Walmart would refuse, or of which it is not clear what it is for, before anything is saved. Reads only.
 * @throws MedusaError INVALID_DATA or NOT_ALLOWED that says what is wrong and what to do
 */
export const checkWalmartRefundStep = createStep(
  "check-walmart-refund",
  async (input: CheckRefundStepInput, { container }) => {
    const [plan] = await loadPlans(container, [input.order_id])
    const payment = await paymentOf(container, input.payment_id)
    if (!plan || payment?.provider_id !== PROVIDER) return new StepResponse(NOT_SENT)
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    if (walmart.account(plan.account_id).refunds === "keep") return new StepResponse(NOT_SENT)
    refuseUnsendable(walmart, plan)
    const reason = await reasonOf(container, plan, input)
    const amount = hundredthsOf(input.amount ?? Number(payment.amount))
    const lines = linesOf(plan, { ...input, amount })
    return new StepResponse<CheckedRefund>({ metadata: { [REFUND_METADATA]: { lines, reason } } })
  }
)

interface PaymentRow {
  id: string
  provider_id: string
  amount: unknown
}

async function paymentOf(container: MedusaContainer, id: string): Promise<PaymentRow | undefined> {
  const fields = ["id", "provider_id", "amount"]
  const [row] = await readGraph<PaymentRow>(container, {
    ...{ entity: "payment", fields },
    filters: { id },
  })
  return row
}

function refuseUnsendable(walmart: WalmartModuleService, { account_id, input }: LoadedPlan): void {
  const number = input.walmart.purchaseOrderId
  const keep = `To keep such refunds in Medusa as well, a developer sets the option refunds of account "${account_id}" to "keep".`
  if (walmart.account(account_id).refunds === "refuse") {
    throw notAllowed(
      `Refunds of Walmart orders are switched off for account "${account_id}", so nothing was saved for order ${number}. Refund the buyer in Seller Center. ${keep}`
    )
  }
  if (input.market.takesRefunds) return
  throw notAllowed(
    `Walmart ${input.market.name} takes no refunds from programs, so nothing was saved for order ${number}. Refund the buyer in Seller Center. ${keep}`
  )
}

async function reasonOf(
  container: MedusaContainer,
  { account_id }: LoadedPlan,
  { reason, refund_reason_id: id }: CheckRefundStepInput
): Promise<string> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const { refundReasonMap } = (await walmart.accountSettings())(account_id)
  const given =
    reason ?? walmartReason(id ? await medusaReason(container, id) : null, refundReasonMap)
  const problem = checkRefundReason(given)
  if (problem) throw invalid(problem)
  return given.trim()
}

async function medusaReason(container: MedusaContainer, id: string): Promise<MedusaReason | null> {
  const [row] = await readGraph<MedusaReason>(container, {
    ...{ entity: "refund_reason", fields: ["id", "code"] },
    filters: { id },
  })
  return row ?? null
}

/** @throws MedusaError INVALID_DATA for parts of a cent, which Walmart cannot give back */
function hundredthsOf(amount: number): number {
  const hundredths = Math.round(amount * 100)
  if (Math.abs(amount * 100 - hundredths) < 1e-6) return hundredths
  throw invalid(`Walmart refunds whole cents, and ${amount} is none. Round it to two decimals.`)
}

function linesOf(
  { input }: LoadedPlan,
  { amount, lines, caveat = "" }: CheckRefundStepInput & { amount: number }
): RefundLine[] {
  const parts = partsOf(input)
  if (parts === null) {
    throw notAllowed(
      `What Walmart charged for order ${input.walmart.purchaseOrderId} is not kept any more, and Walmart could not be asked just now. Refresh the order in its Walmart box, then refund.`
    )
  }
  const found = refundLinesOf(amount, lines ?? null, {
    ...{ parts, known: input.known },
    mirrored: mirroredOf(input),
  })
  if ("problems" in found) throw invalid(...found.problems, caveat)
  return found.lines
}
