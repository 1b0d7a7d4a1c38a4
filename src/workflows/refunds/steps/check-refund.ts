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
import { refundedOf } from "../../../walmart/refunds/refund-parts"
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
    refuseSwitchedOff(walmart, plan)
    refuseFulfilledByOthers(plan)
    const amount = hundredthsOf(input.amount ?? Number(payment.amount))
    if (!plan.input.market.takesRefunds) return new StepResponse(bookedOnly(plan, amount))
    const reason = await reasonOf(container, plan, input)
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

function refuseSwitchedOff(walmart: WalmartModuleService, { account_id, input }: LoadedPlan): void {
  if (walmart.account(account_id).refunds !== "refuse") return
  throw notAllowed(
    `Refunds of Walmart orders are switched off for account "${account_id}", so nothing was saved for order ${input.walmart.purchaseOrderId}. Refund the buyer in Seller Center. ${keep(account_id)}`
  )
}

/** Nothing is ever written to an order that others fulfill, so its refund would be in Medusa alone. */
function refuseFulfilledByOthers({ input }: LoadedPlan): void {
  if (!input.walmart.readOnly) return
  throw notAllowed(
    `Order ${input.walmart.purchaseOrderId} is fulfilled by Walmart (WFS) or a logistics partner (3PL), so nothing of it is sent to Walmart, and nothing was saved. ` +
      "Refund the buyer in Seller Center, or ask Walmart's seller support."
  )
}

function keep(accountId: string): string {
  return `To keep such refunds in Medusa as well, a developer sets the option refunds of account "${accountId}" to "keep".`
}

/** Where Walmart takes no refunds from programs, a refund can only write down what Walmart has given back already. */
function bookedOnly({ account_id, input }: LoadedPlan, amount: number): CheckedRefund {
  const parts = partsOf(input) ?? []
  const booked = (input.medusa.refunds ?? []).reduce((sum, refund) => sum + refund.amount, 0)
  const open = Math.max(0, refundedOf(parts) - booked)
  if (amount > 0 && amount <= open) {
    return { metadata: { [REFUND_METADATA]: { made_at_walmart: true } } }
  }
  const { name } = input.market
  throw notAllowed(
    `Walmart ${name} takes no refunds of orders from programs, so nothing was saved for order ${input.walmart.purchaseOrderId}. ` +
      `Refund the buyer in Seller Center, refresh the order in its Walmart box, and refund the same sum here: it is then written down and not sent. ` +
      `Of what Seller Center has refunded, ${(open / 100).toFixed(2)} can be written down now. ${keep(account_id)}`
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
