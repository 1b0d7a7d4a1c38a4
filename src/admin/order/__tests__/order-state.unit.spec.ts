import type {
  AdminWalmartOrderDetail,
  AdminWalmartOrderUpdate,
  WalmartShownStatus,
} from "../../../types/http"
import { alertsOf, isConcerned } from "../alerts"
import { isOnItsWay, listInterval, pollInterval } from "../../data/polling"

const NOW = Date.parse("2026-11-23T12:00:00Z")

const ACCOUNT = {
  ...{ id: "main", configured: true, market: "us", market_name: "United States" },
  ...{ paused: false, paused_at: null, dry_run: false, blocked_until: null, last_error: null },
  ...{ last_poll_at: null, last_poll_error: null, hold: null },
}

function order(changes: Partial<AdminWalmartOrderDetail> = {}): AdminWalmartOrderDetail {
  const plain = {
    ...{ status: "open", import_status: "imported", customer_asked_to_cancel: false },
    ...{ auto_cancel_at: null, next_deadline: null, read_only: false, updates: [] },
    ...{ account: ACCOUNT, update_counts: { needs_attention: 0, pending: 0 } },
    ...{ next_try_at: null, canceled_elsewhere: [], discrepancies: [] },
  }
  return { ...plain, ...changes } as AdminWalmartOrderDetail
}

function updates(shown_status: WalmartShownStatus): AdminWalmartOrderUpdate[] {
  return [{ shown_status }] as AdminWalmartOrderUpdate[]
}

function waiting(dueInMs: number): AdminWalmartOrderDetail {
  const next_try_at = new Date(NOW + dueInMs).toISOString()
  return order({ updates: updates("pending"), next_try_at })
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
    const sending = { ...waiting(120_000), updates: updates("sending") }
    expect(pollInterval(sending, NOW, 0)).toBe(2_000)
  })

  it("waits with a retry that is hours away", () => {
    expect(pollInterval(waiting(10_000), NOW, 0)).toBe(10_000)
    expect(pollInterval(waiting(7_200_000), NOW, 0)).toBe(30_000)
  })

  it("goes on for a moment after something was saved in Medusa", () => {
    expect(pollInterval(order(), NOW, NOW + 1)).toBe(2_000)
    expect(pollInterval(order(), NOW, NOW)).toBe(false)
  })

  it("stops while what waits is held, and goes on until what is being sent has arrived", () => {
    const held = { ...waiting(0), next_try_at: null }
    expect(isOnItsWay(held)).toBe(false)
    expect(isOnItsWay({ ...held, updates: updates("sending") })).toBe(true)
  })

  it("asks for a page as its most pressing order wants it, and not at all when nothing will happen", () => {
    const page = (...orders: AdminWalmartOrderDetail[]) => listInterval(orders, NOW)
    expect(page(order(), order())).toBe(false)
    expect(page(order(), waiting(7_200_000))).toBe(30_000)
    expect(page(waiting(7_200_000), waiting(0))).toBe(5_000)
  })
})

function ids(changes: Partial<AdminWalmartOrderDetail>) {
  return alertsOf(order(changes), NOW).urgent.map(({ id }) => id)
}

describe("banners", () => {
  it("warn of a customer's wish while something can still be canceled", () => {
    expect(ids({ customer_asked_to_cancel: true })).toEqual(["customer-asked"])
    expect(ids({ customer_asked_to_cancel: true, status: "shipped" })).toEqual([])
  })

  it("stop the shipment of an order that Walmart has canceled, and of a part of one", () => {
    const lost = { line_number: "1", quantity: 2, reason: "AUTO_CANCELLED" }
    const banner = (changes: Partial<AdminWalmartOrderDetail>) =>
      alertsOf(order({ canceled_elsewhere: [lost], ...changes }), NOW).urgent
    expect(banner({ status: "canceled" })).toMatchObject([
      { key: "alerts.canceledElsewhere", reasons: ["AUTO_CANCELLED"] },
    ])
    expect(banner({ status: "partially_shipped" })).toMatchObject([
      { key: "alerts.partlyCanceledElsewhere", units: [lost] },
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
