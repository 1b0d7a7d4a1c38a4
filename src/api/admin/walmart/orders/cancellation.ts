import type { PlanInput } from "../../../../walmart/updates/model/sides"
import type { Absence } from "../../../../modules/walmart/config/absent-account"
import type {
  AdminWalmartCancelableLine,
  AdminWalmartCanceledElsewhere,
  AdminWalmartCancellation,
  AdminWalmartReason,
  AdminWalmartUpdate,
  WalmartText,
} from "../../../../types/http"
import { unitsToStop } from "../../../../walmart/reconciliation/figures/canceled-elsewhere"
import { cancelableLines } from "../../../../walmart/checks/check-line-cancellation"
import { checkCancellation } from "../../../../walmart/checks/check-cancellation"
import { findKind } from "../../../../walmart/updates/kinds"
import type { Market } from "../../../../walmart/markets/market"
import { customerAskedForAll, offeredReasons } from "../../../../walmart/markets/markets"
import { openQuantity } from "../../../../walmart/orders/order"
import type { WalmartOrderRow } from "../../../../workflows/shared/find-walmart-rows"
import type { LoadedPlan } from "../../../../workflows/reconciliation/load-plans"
import { medusaRefusal } from "../../../../workflows/cancellations/steps/validate-cancelable"
import { showReason } from "../present"
import { offeredRefundReasons } from "./refund"
import { inARow, type Phrase, phrase, textIn } from "../../../../walmart/words/phrase"

/** What canceling the whole order needs: a reason that will be accepted, and nothing that stands against it. */
export function cancellationOf(
  row: WalmartOrderRow,
  plan: LoadedPlan | undefined
): AdminWalmartCancellation {
  const open = (plan?.input.walmart.lines ?? []).filter(
    ({ quantities }) => openQuantity(quantities) > 0
  )
  const customerAsked = customerAskedForAll(open)
  const byDefault = customerAsked ? null : (plan?.input.medusa.defaultReason ?? null)
  const reason = row.cancellation_reason ?? byDefault
  const offered =
    plan && open.length > 0 ? offeredReasons(plan.input.market, { customerAsked }) : []
  return {
    reason,
    is_default: reason !== null && row.cancellation_reason === null,
    customer_asked: customerAsked,
    offered: offered.map(showReason),
    customer_reason: plan ? customerReason(plan.input.market) : null,
    lines: showCancelable(plan),
    refusal: shownRefusal(
      medusaRefusal(row.purchase_order_id, plan) ?? (plan ? walmartRefusal(plan) : null)
    ),
  }
}

function customerReason({ cancellationReasons }: Market): string | null {
  return (
    cancellationReasons.find(({ onlyWhenCustomerAsked }) => onlyWhenCustomerAsked)?.code ?? null
  )
}

/** What of each line can be canceled. */
export function showCancelable(plan: LoadedPlan | undefined): AdminWalmartCancelableLine[] {
  return (plan ? cancelableLines(plan.input) : []).map((line) => ({
    line_number: line.lineNumber,
    open: line.open,
    left: line.left,
    cancelable: line.cancelable,
  }))
}

/** What a cancellation needs while the options do not have the order's account, or have it without keys. */
export function withoutAccount(row: WalmartOrderRow, absence: Absence): AdminWalmartCancellation {
  const refusal = [...inARow(absence), phrase("cancel_meanwhile", "remedy", {})]
  return { ...cancellationOf(row, undefined), refusal: shownRefusal(refusal) }
}

function shownRefusal(phrases: Phrase[] | null): WalmartText | null {
  return phrases && textIn(phrases)
}

function walmartRefusal({ input }: LoadedPlan): Phrase[] | null {
  const checked = checkCancellation(input)
  return checked.allowed ? null : checked.refusal
}

/** Reasons that may be put into a cancellation or a refund when it is corrected: those Walmart takes for it. */
export function reasonsFor(
  { kind, lines }: AdminWalmartUpdate,
  row: WalmartOrderRow,
  market: Market | undefined
): AdminWalmartReason[] {
  if (!market || !findKind(kind)?.correctable.includes("reason")) return []
  if (kind === "refund") return offeredRefundReasons()
  const numbers = new Set(lines.map(({ line_number }) => line_number))
  const canceled = row.lines
    .filter(({ line_number }) => numbers.has(line_number))
    .map((line) => ({ customerAskedToCancel: line.customer_asked_to_cancel }))
  return offeredReasons(market, { customerAsked: customerAskedForAll(canceled) }).map(showReason)
}

/** Units that must not be shipped any more, with Walmart's reason as the order showed it last. */
export function canceledElsewhereOf(
  { snapshot }: WalmartOrderRow,
  input: PlanInput
): AdminWalmartCanceledElsewhere[] {
  return unitsToStop(input).map(({ lineNumber, quantity }) => {
    const line = snapshot?.lines.find((entry) => entry.lineNumber === lineNumber)
    const reasons = line?.statuses.map(({ cancellationReason }) => cancellationReason) ?? []
    const reason = reasons.find((code) => code !== null) ?? null
    return { line_number: lineNumber, quantity, reason }
  })
}
