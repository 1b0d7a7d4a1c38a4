import type {
  AdminWalmartOrderDetail,
  AdminWalmartOrderLine,
  AdminWalmartOrderUpdate,
  WalmartShownStatus,
} from "../../../types/http"
import { alertsOf, hasActions, isConcerned } from "../alerts/alerts"
import { askedUnits, obeyedUnits, obeyingBody } from "../alerts/customer-request"
import { deadlineOf } from "../deadline"
import { worstFirst } from "../../update/numbered"
import { isOnItsWay, listInterval, pollInterval } from "../../data/polling"

const CUSTOMER = "CUSTOMER_REQUESTED_SELLER_TO_CANCEL"

const NOW = Date.parse("2026-11-23T12:00:00Z")

const ACCOUNT = {
  ...{ id: "main", configured: true, market: "us", market_name: "United States" },
  ...{ paused: false, paused_at: null, dry_run: false, blocked_until: null, last_error: null },
  ...{ last_poll_at: null, last_poll_error: null, hold: null },
  last_returns_poll_error: null,
  ...{ last_error_words: null, last_poll_error_words: null, last_returns_poll_error_words: null },
}

function order(changes: Partial<AdminWalmartOrderDetail> = {}): AdminWalmartOrderDetail {
  const plain = {
    ...{ status: "open", import_status: "imported", customer_asked_to_cancel: false },
    ...{ auto_cancel_at: null, next_deadline: null, read_only: false, updates: [] },
    ...{ account: ACCOUNT, update_counts: { needs_attention: 0, pending: 0 } },
    ...{ next_try_at: null, canceled_elsewhere: [], discrepancies: [], badge: "up_to_date" },
    ...{ lines: [], cancellation: { customer_reason: CUSTOMER, lines: [] } },
  }
  return { ...plain, ...changes } as AdminWalmartOrderDetail
}

const LOST = { line_number: "1", quantity: 2, reason: "AUTO_CANCELLED" }

function line(line_number: string, changes: Partial<AdminWalmartOrderLine> = {}) {
  const open = { quantity: 2, created_quantity: 0, acknowledged_quantity: 2, canceled_quantity: 0 }
  const named = { line_number, sku: `SKU-${line_number}`, product_name: `Item ${line_number}` }
  const plain = { ...named, ...open, customer_asked_to_cancel: false }
  return { ...plain, ...changes } as AdminWalmartOrderLine
}

function updates(shown_status: WalmartShownStatus): AdminWalmartOrderUpdate[] {
  return [{ shown_status }] as AdminWalmartOrderUpdate[]
}

function waiting(dueInMs: number): AdminWalmartOrderDetail {
  const next_try_at = new Date(NOW + dueInMs).toISOString()
  return order({ updates: updates("pending"), next_try_at })
}

describe("asking again", () => {
  it("goes on each half minute though nothing is on its way, for what others change", () => {
    expect(pollInterval(order(), NOW, 0)).toBe(30_000)
    expect(pollInterval(undefined, NOW, 0)).toBe(30_000)
  })

  it("follows an update that is due", () => {
    expect(pollInterval(waiting(0), NOW, 0)).toBe(2_000)
  })

  it("keeps asking while something is being sent, whatever the lease", () => {
    const sending = { ...waiting(120_000), updates: updates("sending") }
    expect(pollInterval(sending, NOW, 0)).toBe(2_000)
  })

  it("waits with a retry that is hours away", () => {
    expect(pollInterval(waiting(10_000), NOW, 0)).toBe(10_000)
    expect(pollInterval(waiting(7_200_000), NOW, 0)).toBe(30_000)
  })

  it("goes on for a moment after something was saved in Medusa", () => {
    expect(pollInterval(order(), NOW, NOW + 1)).toBe(2_000)
    expect(pollInterval(order(), NOW, NOW)).toBe(30_000)
  })

  it("is in no hurry while what waits is held, and follows until what is being sent has arrived", () => {
    const held = { ...waiting(0), next_try_at: null }
    expect(isOnItsWay(held)).toBe(false)
    expect(isOnItsWay({ ...held, updates: updates("sending") })).toBe(true)
  })

  it("asks for a page as its most pressing order wants it, and each half minute when nothing will happen", () => {
    const page = (...orders: AdminWalmartOrderDetail[]) => listInterval(orders, NOW)
    expect(page(order(), order())).toBe(30_000)
    expect(page(order(), waiting(7_200_000))).toBe(30_000)
    expect(page(waiting(7_200_000), waiting(0))).toBe(5_000)
  })
})

function ids(changes: Partial<AdminWalmartOrderDetail>) {
  return alertsOf(order(changes), NOW).urgent.map(({ id }) => id)
}

describe("banners", () => {
  it("name what the customer wants to cancel, while something of it is open", () => {
    const asked = { lines: [line("1", { customer_asked_to_cancel: true }), line("2")] }
    expect(alertsOf(order(asked), NOW).urgent).toMatchObject([
      { id: "customer-asked", units: [{ line_number: "1", quantity: 2 }] },
    ])
    expect(ids({ ...asked, status: "shipped" })).toEqual([])
  })

  it("have the failing update first, with its cause and its buttons", () => {
    const attention = { code: "refused", message: "Invalid.", remedy: "Correct it." }
    const failed = { id: "wmu_1", shown_status: "needs_attention" as const, attention }
    const changes = {
      ...{ updates: [failed] as AdminWalmartOrderUpdate[], canceled_elsewhere: [LOST] },
      status: "partially_shipped" as const,
    }
    const { urgent } = alertsOf(order(changes), NOW)
    expect(urgent.map(({ id }) => id)).toEqual(["wmu_1", "canceled-elsewhere"])
    expect(urgent[0]).toMatchObject({ said: attention, updateId: "wmu_1" })
    expect(hasActions(urgent[0])).toBe(true)
    expect(hasActions(urgent[1])).toBe(false)
  })

  it("say that Walmart was not told on purpose, to be undone, and not that both sides differ besides", () => {
    const dismissed = { id: "wmu_1", shown_status: "dismissed", can_undo: true, note: "By hand" }
    const changes = {
      updates: [dismissed] as AdminWalmartOrderUpdate[],
      discrepancies: [
        { code: "shipped_only_in_medusa", line_number: "1", message: "", remedy: "", words: null },
      ],
    }
    const { urgent } = alertsOf(order({ ...changes, badge: "not_sent" }), NOW)
    expect(urgent).toMatchObject([
      { key: "alerts.notSent", updateId: "wmu_1", values: { note: "By hand" } },
    ])
    expect(ids({ ...changes, badge: "needs_attention" })).toEqual(["differs"])
  })

  it("stop the shipment of an order that Walmart has canceled, and of a part of one", () => {
    const banner = (changes: Partial<AdminWalmartOrderDetail>) =>
      alertsOf(order({ canceled_elsewhere: [LOST], ...changes }), NOW).urgent
    expect(banner({ status: "canceled" })).toMatchObject([
      { key: "alerts.canceledElsewhere", reasons: ["AUTO_CANCELLED"] },
    ])
    expect(banner({ status: "partially_shipped" })).toMatchObject([
      { key: "alerts.partlyCanceledElsewhere", units: [LOST] },
    ])
  })

  it("say nothing of a cancellation that Medusa knows of", () => {
    expect(ids({ status: "canceled" })).toEqual([])
  })

  it("warn a day before Walmart cancels, while something is open", () => {
    const auto_cancel_at = new Date(NOW + 3_600_000).toISOString()
    const next_deadline = { kind: "auto_cancel" as const, at: auto_cancel_at }
    expect(ids({ auto_cancel_at, next_deadline })).toEqual(["auto-cancel"])
    expect(ids({ auto_cancel_at, next_deadline: null })).toEqual([])
  })

  it("say what holds the account up of every order that it may concern", () => {
    const waiting = { pending: 1 } as AdminWalmartOrderDetail["update_counts"]
    expect(isConcerned(order())).toBe(true)
    expect(isConcerned(order({ status: "shipped" }))).toBe(false)
    expect(isConcerned(order({ status: "shipped", update_counts: waiting }))).toBe(true)
  })

  it("say when nothing is sent, and why", () => {
    const account = { ...ACCOUNT, configured: false }
    const { others } = alertsOf(order({ account, read_only: true }), NOW)
    expect(others.map(({ id }) => id)).toEqual(["not-configured", "read-only"])
  })
})

describe("a customer's request", () => {
  const asked = { customer_asked_to_cancel: true }
  const cancelable = (line_number: string, left: number, units = left) => ({
    ...{ line_number, open: 2, left, cancelable: units },
  })
  const requested = (first: object, ...rest: AdminWalmartOrderLine[]) => {
    const lines = [line("1", asked), ...rest]
    const known = [first, ...rest.map(({ line_number }) => cancelable(line_number, 2))]
    const cancellation = { customer_reason: CUSTOMER, lines: known }
    return order({ lines, cancellation } as Partial<AdminWalmartOrderDetail>)
  }

  it("is obeyed for its own lines alone, with the customer's reason", () => {
    const one = requested(cancelable("1", 2), line("2"))
    expect(askedUnits(one)).toEqual([{ line_number: "1", quantity: 2 }])
    expect(obeyingBody(one)).toEqual({
      reason: CUSTOMER,
      lines: [{ line_number: "1", quantity: 2 }],
    })
  })

  it("is obeyed by canceling the order when it is about everything", () => {
    expect(obeyingBody(requested(cancelable("1", 2)))).toEqual({ reason: CUSTOMER })
  })

  it("cancels only what is not packed, and nothing when all is", () => {
    const half = requested(cancelable("1", 2, 1), line("2"))
    expect(obeyedUnits(half)).toEqual([{ line_number: "1", quantity: 1 }])
    expect(obeyingBody(half)).toMatchObject({ lines: [{ line_number: "1", quantity: 1 }] })
    expect(obeyingBody(requested(cancelable("1", 2, 0), line("2")))).toBeNull()
  })

  it("is settled once its units are taken out of the order, though Walmart shows them open yet", () => {
    expect(askedUnits(requested(cancelable("1", 0, 0), line("2")))).toEqual([])
    expect(askedUnits(requested(cancelable("1", 1), line("2")))).toEqual([
      { line_number: "1", quantity: 1 },
    ])
    const canceled = { id: "order_1", display_id: 1, status: "canceled" }
    expect(askedUnits({ ...requested(cancelable("1", 2)), order: canceled })).toEqual([])
  })
})

describe("the deadline of an order", () => {
  const shipBy = "2026-11-22T12:00:00Z"
  const next = { kind: "auto_cancel" as const, at: "2026-11-25T12:00:00Z" }

  it("is shipping, also once that is late; Walmart's own is the seller's when nothing is left to ship", () => {
    const late = { next_deadline: next, ship_by: shipBy, units_to_ship: 1 }
    expect(deadlineOf(late)).toEqual({ kind: "ship", at: shipBy })
    expect(deadlineOf({ ...late, units_to_ship: 0 })).toEqual(next)
    expect(deadlineOf({ ...late, next_deadline: null })).toBeNull()
  })
})

describe("the updates of an order", () => {
  it("have what waits for a person first, then what is on its way, and a sent confirmation last", () => {
    const row = (kind: string, shown_status: string) =>
      ({ update: { kind, shown_status } }) as { update: AdminWalmartOrderUpdate }
    const rows = [
      row("acknowledgment", "sent"),
      row("shipment", "sent"),
      row("shipment", "pending"),
      row("cancellation", "needs_attention"),
    ]
    expect(worstFirst(rows).map(({ update }) => update.shown_status)).toEqual([
      ...["needs_attention", "pending", "sent", "sent"],
    ])
    expect(worstFirst(rows).at(-1)?.update.kind).toBe("acknowledgment")
  })
})
