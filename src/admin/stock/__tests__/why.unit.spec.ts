import type { AdminWalmartStock } from "../../../types/http"
import { LIVE_MS } from "../../data/polling"
import { stockInterval } from "../use-stock"
import { whyDifferent } from "../why"

const AS_IS: AdminWalmartStock = {
  ...{ id: "wms_1", account_id: "main", sku: "MUG-1", ship_node_id: "1000001", state: "sent" },
  ...{ medusa_amount: 7, available: 7, buffer: 0, cap: null, sent_amount: 7, walmart_amount: 7 },
  ...{ sent_at: null, read_at: null, waiting_since: null, in_feed_since: null, attention: null },
}

const keysOf = (change: Partial<AdminWalmartStock>) =>
  whyDifferent({ ...AS_IS, ...change }).map(
    ({ name, said }) => name ?? `${said?.message} ${said?.remedy}`
  )

describe("why Walmart shows another figure", () => {
  it("has no reason while both are the same", () => {
    expect(keysOf({})).toEqual([])
  })

  it("is the hold after an order was canceled as out of stock", () => {
    expect(keysOf({ state: "recount", walmart_amount: 0 })).toEqual(["held"])
  })

  it("is the feed that it is in, before that it waits", () => {
    const waiting = { state: "waiting", walmart_amount: 3 } as const
    expect(keysOf(waiting)).toEqual(["waiting"])
    expect(keysOf({ ...waiting, in_feed_since: "2026-11-28T10:00:00Z" })).toEqual(["in_feed"])
  })

  it("is what keeps units back, with how many", () => {
    expect(whyDifferent({ ...AS_IS, available: 10, buffer: 3 })).toMatchObject([
      { name: "buffer", values: { count: 3 } },
    ])
    expect(keysOf({ available: 20, buffer: 2, cap: 7 })).toEqual(["buffer", "cap"])
  })

  it("is a push that waits, or a change that no push was wanted for", () => {
    expect(keysOf({ state: "waiting", walmart_amount: 3 })).toEqual(["waiting"])
    expect(keysOf({ walmart_amount: 3 })).toEqual(["drifted"])
    expect(keysOf({ walmart_amount: null })).toEqual(["unsent"])
  })

  it("is what it is held for, also once nothing else would keep it back", () => {
    expect(keysOf({ state: "not_listed", walmart_amount: null })).toEqual(["not_listed"])
    expect(keysOf({ state: "not_counted", walmart_amount: 0 })).toEqual(["not_counted"])
  })

  it("is never that both are the same while Medusa's figure is not known", () => {
    const gone = { medusa_amount: null, available: null }
    expect(keysOf(gone)).toEqual(["no_figure"])
    expect(keysOf({ ...gone, walmart_amount: null })).toEqual(["no_figure"])
    const attention = { code: "x", message: "No variant.", remedy: "Make one.", words: null }
    expect(keysOf({ ...gone, attention })).toEqual(["No variant. Make one."])
  })

  it("is what a person has to do, in the server's words", () => {
    const attention = {
      code: "unknown_sku",
      message: "Walmart does not know it.",
      remedy: "List it.",
      words: null,
    }
    expect(keysOf({ state: "needs_attention", attention })).toEqual([
      "Walmart does not know it. List it.",
    ])
  })
})

describe("figures that are looked at", () => {
  it("are asked for again, soon while one waits, and also when none does", () => {
    expect(stockInterval([{ state: "sent" }, { state: "waiting" }])).toBeLessThan(LIVE_MS)
    expect(stockInterval([{ state: "sent" }])).toBe(LIVE_MS)
    expect(stockInterval([])).toBe(LIVE_MS)
  })
})
