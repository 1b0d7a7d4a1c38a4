import type { AdminWalmartOrderDetail, AdminWalmartUpdate } from "../../../types/http"
import { alertsOf } from "../alerts"
import { isOnItsWay, pollInterval } from "../polling"

const NOW = Date.parse("2026-11-23T12:00:00Z")

const MAILBOX = {
  ...{ state: "ok" as const, next_due_at: null, sending: false, ambiguous: false, attempts: 0 },
  ...{ first_failed_at: null, last_error_code: null, last_error: null, last_correlation_id: null },
}

const ACCOUNT = {
  ...{ id: "main", configured: true, market: "us", market_name: "United States" },
  ...{ paused: false, dry_run: false, blocked_until: null, last_error: null },
}

function order(changes: Partial<AdminWalmartOrderDetail> = {}): AdminWalmartOrderDetail {
  const plain = {
    ...{ status: "open", import_status: "imported", customer_asked_to_cancel: false },
    ...{ auto_cancel_at: null, next_deadline: null, read_only: false, updates: [] },
    ...{ mailbox: MAILBOX, account: ACCOUNT, update_counts: { needs_attention: 0 } },
  }
  return { ...plain, ...changes } as AdminWalmartOrderDetail
}

function waiting(dueInMs: number): AdminWalmartOrderDetail {
  const updates = [{ shown_status: "pending" }] as AdminWalmartUpdate[]
  const next_due_at = new Date(NOW + dueInMs).toISOString()
  return order({ updates, mailbox: { ...MAILBOX, next_due_at } })
}

describe("asking again", () => {
  it("stops when nothing is on its way", () => {
    expect(pollInterval(order(), NOW, 0)).toBe(false)
    expect(pollInterval(undefined, NOW, 0)).toBe(false)
  })

  it("follows an update that is due", () => {
    expect(pollInterval(waiting(0), NOW, 0)).toBe(2_000)
  })

  it("keeps asking while something is being sent, whatever the lease", () => {
    const sending = [{ shown_status: "sending" }] as AdminWalmartUpdate[]
    expect(pollInterval({ ...waiting(120_000), updates: sending }, NOW, 0)).toBe(2_000)
  })

  it("waits with a retry that is hours away", () => {
    expect(pollInterval(waiting(10_000), NOW, 0)).toBe(10_000)
    expect(pollInterval(waiting(7_200_000), NOW, 0)).toBe(30_000)
  })

  it("goes on for a moment after something was saved in Medusa", () => {
    expect(pollInterval(order(), NOW, NOW + 1)).toBe(2_000)
    expect(pollInterval(order(), NOW, NOW)).toBe(false)
  })

  it("stops while nothing can be sent", () => {
    const held = { ...waiting(0), account: { ...ACCOUNT, paused: true } }
    expect(isOnItsWay(held)).toBe(false)
    expect(isOnItsWay({ ...waiting(0), account: { ...ACCOUNT, dry_run: true } })).toBe(false)
    expect(isOnItsWay({ ...waiting(0), read_only: true })).toBe(false)
  })

  it("stops while updates stand behind one that needs attention", () => {
    expect(isOnItsWay({ ...waiting(0), mailbox: { ...MAILBOX, state: "needs_attention" } })).toBe(
      false
    )
  })
})

function ids(changes: Partial<AdminWalmartOrderDetail>, nativeStatus = "pending") {
  return alertsOf(order(changes), nativeStatus, NOW).urgent.map(({ id }) => id)
}

describe("banners", () => {
  it("warn of a customer's wish while something can still be canceled", () => {
    expect(ids({ customer_asked_to_cancel: true })).toEqual(["customer-asked"])
    expect(ids({ customer_asked_to_cancel: true, status: "shipped" })).toEqual([])
  })

  it("stop the shipment of an order that Walmart has canceled", () => {
    expect(ids({ status: "canceled" })).toEqual(["canceled-elsewhere"])
    expect(ids({ status: "canceled" }, "canceled")).toEqual([])
  })

  it("say nothing of a cancellation that came from here", () => {
    const updates = [{ kind: "cancellation" }] as AdminWalmartUpdate[]
    expect(ids({ status: "canceled", updates })).toEqual([])
  })

  it("warn a day before Walmart cancels, while something is open", () => {
    const auto_cancel_at = new Date(NOW + 3_600_000).toISOString()
    const next_deadline = { kind: "auto_cancel" as const, at: auto_cancel_at }
    expect(ids({ auto_cancel_at, next_deadline })).toEqual(["auto-cancel"])
    expect(ids({ auto_cancel_at, next_deadline: null })).toEqual([])
  })

  it("say when nothing is sent, and why", () => {
    const account = { ...ACCOUNT, paused: true, blocked_until: "2026-11-23T13:00:00Z" }
    const { others } = alertsOf(order({ account, read_only: true }), null, NOW)
    expect(others.map(({ id }) => id)).toEqual(["paused", "blocked", "read-only"])
  })
})
