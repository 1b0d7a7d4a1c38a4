import type { AdminWalmartOrderDetail } from "../../../types/http"
import type { Spoken } from "../../data/spoken"
import { askedUnits } from "./customer-request"

/** One thing to know before anyone packs. */
export interface OrderAlert {
  id: string
  variant: "error" | "warning" | "info"
  key: string
  values?: Record<string, string | number>
  /** Comes from the server as it is. */
  text?: string
  /** What the server says, for a translation. */
  said?: Spoken
  /** Units the sentence is about. */
  units?: { line_number: string; quantity: number }[]
  /** Walmart's codes for why. */
  reasons?: string[]
  /** Id of the update that its buttons are about. */
  updateId?: string
}

/** The banner that has the customer's request, with its answers. */
export const CUSTOMER_ASKED = "customer-asked"

/** Whether something can be done about it right there. */
export function hasActions({ id, updateId }: OrderAlert): boolean {
  return id === CUSTOMER_ASKED || updateId !== undefined
}

const DAY_MS = 86_400_000

/** What has to be said above an order, worst first. `urgent` ones are also at the top of the order page. */
export function alertsOf(order: AdminWalmartOrderDetail, now: number) {
  const urgent = [
    ...needingAttention(order),
    ...canceledElsewhere(order),
    ...customerAsked(order),
    ...autoCancelNear(order, now),
    ...importFailed(order),
    ...notSent(order),
    ...differing(order),
  ]
  return { urgent, others: [...accountAlerts(order), ...readOnly(order)] }
}

/** Walmart, its fraud check or someone in Seller Center ended it, or a part of it: that part may not leave the house. */
function canceledElsewhere(order: AdminWalmartOrderDetail): OrderAlert[] {
  const units = order.canceled_elsewhere
  if (units.length === 0) return []
  const reasons = [...new Set(units.flatMap(({ reason }) => reason ?? []))]
  const alert = { id: "canceled-elsewhere", variant: "error" as const, reasons }
  return order.status === "canceled"
    ? [{ ...alert, key: "alerts.canceledElsewhere" }]
    : [{ ...alert, key: "alerts.partlyCanceledElsewhere", units }]
}

function customerAsked(order: AdminWalmartOrderDetail): OrderAlert[] {
  const units = askedUnits(order)
  if (units.length === 0) return []
  return [{ id: CUSTOMER_ASKED, variant: "error", key: "alerts.customerAsked", units }]
}

function autoCancelNear(
  { auto_cancel_at: at, next_deadline }: AdminWalmartOrderDetail,
  now: number
) {
  if (!at || !next_deadline || Date.parse(at) - now > DAY_MS) return []
  const isPast = Date.parse(at) < now
  const key = isPast ? "alerts.autoCancelPast" : "alerts.autoCancelSoon"
  return [{ id: "auto-cancel", variant: "error", key, values: { at } } satisfies OrderAlert]
}

function importFailed(order: AdminWalmartOrderDetail): OrderAlert[] {
  if (order.import_status !== "failed") return []
  const { import_error: message, import_remedy: remedy, import_words: words } = order
  const said = { message, remedy, words }
  return [{ id: "import-failed", variant: "error", key: "alerts.importFailed", said }]
}

/** What could not be sent, with its cause; its buttons are shown next to it. */
function needingAttention({ updates }: AdminWalmartOrderDetail): OrderAlert[] {
  return updates
    .filter(({ shown_status }) => shown_status === "needs_attention")
    .map(({ id, attention }) => ({
      ...{ id, updateId: id, variant: "error" as const, key: "alerts.notAtWalmart" },
      said: attention ?? undefined,
    }))
}

/** What a person decided not to send, while Walmart still waits for it. */
function notSent({ badge, updates }: AdminWalmartOrderDetail): OrderAlert[] {
  if (badge !== "not_sent") return []
  return updates
    .filter(({ can_undo }) => can_undo)
    .map(({ id, note }) => ({
      ...{ id, updateId: id, variant: "warning" as const, key: "alerts.notSent" },
      values: { note: note ?? "–" },
    }))
}

/** That something was not sent to Walmart on purpose is said already. Other differences are listed below too, each with a way to dismiss it. */
function differing({ badge, discrepancies }: AdminWalmartOrderDetail): OrderAlert[] {
  const count = discrepancies.length
  if (count === 0 || badge === "not_sent") return []
  const said = count === 1 ? discrepancies[0] : undefined
  return [{ id: "differs", variant: "error", key: "alerts.differs", values: { count }, said }]
}

/** What holds its account up is said of every order beside it; here only that there is no account. */
function accountAlerts({ account }: AdminWalmartOrderDetail): OrderAlert[] {
  if (account.configured) return []
  const values = { account: account.id }
  return [{ id: "not-configured", variant: "warning", key: "alerts.notConfigured", values }]
}

/** Whether it matters to an order that its account is held up: something of it is open, or waits to be sent. */
export function isConcerned({ status, update_counts }: AdminWalmartOrderDetail): boolean {
  return status === "open" || status === "partially_shipped" || update_counts.pending > 0
}

function readOnly({ read_only }: AdminWalmartOrderDetail): OrderAlert[] {
  return read_only ? [{ id: "read-only", variant: "info", key: "alerts.readOnly" }] : []
}
