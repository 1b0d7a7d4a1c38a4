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
import { shownMoney } from "../../../walmart/common/money"
import { refundOnItsWay, refundStillDue } from "../../../walmart/returns/refund-on-its-way"
import { refundLinesOf } from "../../../walmart/updates/refund/check-refund"
import { mirroredOf, partsOf } from "../../../walmart/updates/refund/plan-refund"
import { type LoadedPlan, loadPlans } from "../../reconciliation/load-plans"
import { REFUND_METADATA } from "../../reconciliation/medusa-side/medusa-refunds"
import { refuseOpenChange } from "../../shared/open-change"
import { readGraph } from "../../shared/read-graph"
import { invalid, invalidBy, notAllowed } from "../../shared/refusals"
import { readReturnsNow } from "../../returns/read-returns-now"
import { refundedReturnOf } from "../../returns/return-row"
import { PROVIDER } from "../../shared/walmart-payments"
import { type Phrase, phrase, phrases } from "../../../walmart/words/phrase"

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
  caveat?: Phrase[]
}

/** What is written into the refund, so that it is known what it is for and whether it is sent; null where Walmart has no part in it. */
export type CheckedRefund = { metadata: Record<string, unknown> | null }

const NOT_WALMARTS: CheckedRefund = { metadata: null }

/** Stands on the refund itself, so that it is never sent, whatever becomes of the option. */
const KEPT: CheckedRefund = { metadata: { [REFUND_METADATA]: { kept: true } } }

/**
 * Refuses a refund that Walmart would refuse, of which it is not clear what it is for, or whose money a return gives back, before
 * anything of it is saved.
 * @throws MedusaError INVALID_DATA or NOT_ALLOWED that says what is wrong and what to do
 */
export const checkWalmartRefundStep = createStep(
  "check-walmart-refund",
  async (input: CheckRefundStepInput, { container }) => {
    const [plan] = await loadPlans(container, [input.order_id])
    const payment = await paymentOf(container, input.payment_id)
    if (!plan || payment?.provider_id !== PROVIDER) return new StepResponse(NOT_WALMARTS)
    const { purchaseOrderId } = plan.input.walmart
    await refuseOpenChange(container, { order_id: plan.order_id, purchaseOrderId })
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    if (walmart.account(plan.account_id).refunds === "keep") return new StepResponse(KEPT)
    refuseSwitchedOff(walmart, plan)
    refuseFulfilledByOthers(plan)
    const amount = hundredthsOf(input.amount ?? Number(payment.amount))
    if (!plan.input.market.takesRefunds) return new StepResponse(bookedOnly(plan, amount))
    const reason = await reasonOf(container, plan, input)
    const lines = linesOf(plan, { ...input, amount })
    await readReturnsNow(container, {
      account_id: plan.account_id,
      customer_order_id: plan.input.walmart.customerOrderId,
    })
    await refuseTwice(walmart, plan, { lines, isNamed: input.lines !== undefined })
    return new StepResponse<CheckedRefund>({ metadata: { [REFUND_METADATA]: { lines, reason } } })
  }
)

/** @throws MedusaError NOT_ALLOWED while a return gives back the money of one of the lines, or will */
async function refuseTwice(
  walmart: WalmartModuleService,
  { account_id, input }: LoadedPlan,
  { lines, isNamed }: { lines: RefundLine[]; isNamed: boolean }
): Promise<void> {
  const { purchaseOrderId: purchase_order_id } = input.walmart
  const rows = await walmart.listWalmartReturns({ account_id, purchase_order_id }, { take: null })
  const returns = rows.map((row) => refundedReturnOf(row, input.market))
  for (const { lineNumber: line } of lines) {
    const found = refundOnItsWay(returns, [line])
    if (found) throw notAllowed(phrases("return_refund_on_its_way", { line, return: found }))
    const due = refundStillDue(returns, [line], isNamed)
    if (due) {
      const about = { line, return: due.returnOrderId }
      throw notAllowed(phrases("return_refund_due", about, due.why))
    }
  }
}

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
  const about = { account: account_id, order: input.walmart.purchaseOrderId }
  throw notAllowed([...phrases("refund_off", about), keep(account_id)])
}

/** Nothing is ever written to an order that others fulfill, so its refund would be in Medusa alone. */
function refuseFulfilledByOthers({ input }: LoadedPlan): void {
  if (!input.walmart.readOnly) return
  throw notAllowed(
    phrases("fulfilled_by_others", { order: input.walmart.purchaseOrderId }, "refund")
  )
}

function keep(account: string): Phrase {
  return phrase("refund_off", "remedy_keep", { account })
}

/** Where Walmart takes no refunds from programs, a refund can only write down what Walmart has given back already. */
function bookedOnly({ account_id, input }: LoadedPlan, amount: number): CheckedRefund {
  const parts = partsOf(input) ?? []
  const booked = (input.medusa.refunds ?? []).reduce((sum, refund) => sum + refund.amount, 0)
  const open = Math.max(0, refundedOf(parts) - booked)
  if (amount > 0 && amount <= open) {
    return { metadata: { [REFUND_METADATA]: { made_at_walmart: true } } }
  }
  const { market, walmart } = input
  const about = { market: market.name, order: walmart.purchaseOrderId }
  const offered = phrases("refund_not_offered", {
    ...about,
    amount: shownMoney(open, walmart.currency),
  })
  throw notAllowed([...offered, keep(account_id)])
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
  if (problem) throw invalidBy([problem])
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
  throw invalid(phrases("refund_fraction", { amount }))
}

function linesOf(
  { input }: LoadedPlan,
  { amount, lines, caveat = [] }: CheckRefundStepInput & { amount: number }
): RefundLine[] {
  const parts = partsOf(input)
  if (parts === null) {
    const order = input.walmart.purchaseOrderId
    throw notAllowed(phrases("refund_order_unread", { order }, "now"))
  }
  const found = refundLinesOf(amount, lines ?? null, {
    ...{ parts, known: input.known },
    mirrored: mirroredOf(input),
  })
  if ("problems" in found) throw invalidBy(found.problems, ...caveat)
  return found.lines
}
