import type { AdminWalmartUpdate, WalmartProblem } from "../../../types/http"
import { CARDS, isChosen, toggled } from "../../orders/cards"
import { isFine } from "../../order/carrier/is-fine"
import { isSameMap } from "../../data/same-map"
import { rowsOf, withEntry } from "../../settings/maps/map-rows"
import { fingerprint, isWalmartOrder } from "../../order/native-order"
import { numbered } from "../../update/numbered"
import { dateTime, duration, spanOf, urgencyOf } from "../../words/time"

const HOUR = 3_600_000

describe("time left", () => {
  it("is told in the two largest units that matter", () => {
    expect(spanOf(50 * HOUR)).toMatchObject({ key: "time.days", values: { days: 2, hours: 2 } })
    expect(spanOf(3.2 * HOUR)).toMatchObject({
      key: "time.hours",
      values: { hours: 3, minutes: 12 },
    })
    expect(spanOf(90_000)).toMatchObject({ key: "time.minutes", values: { minutes: 1 } })
    expect(spanOf(59_000).key).toBe("time.now")
  })

  it("counts what has passed like what is left", () => {
    expect(spanOf(-3.2 * HOUR)).toEqual(spanOf(3.2 * HOUR))
  })

  it("presses within a day and after the deadline", () => {
    expect([-1, 23 * HOUR, 25 * HOUR].map(urgencyOf)).toEqual(["overdue", "soon", "later"])
  })

  it("names short durations in whole milliseconds and long ones in seconds", () => {
    expect(duration(741.2, "en")).toBe("741 ms")
    expect(duration(4210, "en")).toBe("4.2 sec")
  })

  it("is told as exactly as it is needed", () => {
    const at = "2026-11-23T12:00:07"
    expect(dateTime(at, "en-US", "second")).toMatch(/12:00:07/)
    expect(dateTime(at, "en-US")).not.toMatch(/:07/)
    expect(dateTime(at, "en-US", "day")).toBe("Nov 23, 2026")
  })
})

describe("the native order", () => {
  it("is Walmart's only when the import marked it", () => {
    const native = { id: "order_1", status: "pending" }
    expect(isWalmartOrder({ ...native, metadata: { walmart_purchase_order_id: "1" } })).toBe(true)
    expect(isWalmartOrder({ ...native, metadata: { note: "walmart" } })).toBe(false)
    expect(isWalmartOrder({ ...native, metadata: null })).toBe(false)
  })

  it("has another fingerprint once a fulfillment has shipped", () => {
    const before = { id: "o", status: "pending", fulfillments: [{ id: "ful_1", shipped_at: null }] }
    const after = { ...before, fulfillments: [{ id: "ful_1", shipped_at: "2026-11-23" }] }
    expect(fingerprint(after)).not.toBe(fingerprint(before))
    expect(fingerprint({ ...before, status: "canceled" })).not.toBe(fingerprint(before))
    expect(fingerprint({ ...before })).toBe(fingerprint(before))
  })

  it("has another fingerprint once it is refunded, or something came back", () => {
    const before = { id: "o", status: "pending", items: [{ quantity: 2 }] }
    const refunded = { payments: [{ refunds: [{ id: "ref_1" }] }] }
    const received = { quantity: 2, detail: { return_received_quantity: 1 } }
    expect(fingerprint({ ...before, payment_collections: [refunded] })).not.toBe(
      fingerprint(before)
    )
    expect(fingerprint({ ...before, items: [received] })).not.toBe(fingerprint(before))
  })
})

describe("cards", () => {
  const [open, , , , attention] = CARDS

  it("replace each other's filter and keep the rest", () => {
    const filters = toggled(attention, { status: ["open"], account_id: ["main"] })
    expect(filters).toEqual({ account_id: ["main"], sync_status: ["needs_attention"] })
  })

  it("take their filter back when chosen again", () => {
    expect(toggled(open, { ...open.filters, q: "x" })).toEqual({ q: "x" })
  })

  it("are not chosen when the filter says more", () => {
    expect(isChosen(open, { status: ["open"], shipped_by: "seller" })).toBe(true)
    expect(isChosen(open, { status: ["open"] })).toBe(false)
    expect(isChosen(open, { status: ["open", "shipped"], shipped_by: "seller" })).toBe(false)
    expect(isChosen(open, { ...open.filters, sync_status: ["syncing"] })).toBe(false)
  })
})

describe("updates", () => {
  it("are numbered within their kind, oldest first", () => {
    const updates = [
      { kind: "shipment", sequence: 3 },
      { kind: "acknowledgment", sequence: 1 },
      { kind: "shipment", sequence: 2 },
    ] as AdminWalmartUpdate[]
    const shown = numbered(updates).map(({ update, number }) => `${update.kind} ${number}`)
    expect(shown).toEqual(["acknowledgment 1", "shipment 1", "shipment 2"])
  })
})

describe("a map in the settings", () => {
  const map = { so_1: "UPS", so_gone: "FedEx" }

  it("keeps showing what is mapped though the store no longer has it", () => {
    const rows = rowsOf([{ id: "so_1", name: "Standard" }], map)
    expect(rows.map(({ name }) => name)).toEqual(["Standard", "so_gone"])
  })

  it("loses an entry that is emptied", () => {
    expect(withEntry(map, "so_gone", " ")).toEqual({ so_1: "UPS" })
    expect(withEntry(map, "so_2", "DHL")).toEqual({ ...map, so_2: "DHL" })
  })

  it("is the same in any order", () => {
    expect(isSameMap(map, { so_gone: "FedEx", so_1: "UPS" })).toBe(true)
    expect(isSameMap(map, { so_1: "UPS" })).toBe(false)
  })
})

describe("a label", () => {
  const check = { carrier: "UPS", problems: [], warnings: [] }
  const warning = { code: "tracking_number_repeated" } as WalmartProblem

  it("looks right only where nothing is said against it, not even as a warning", () => {
    expect(isFine(check)).toBe(true)
    expect(isFine({ ...check, warnings: [warning] })).toBe(false)
    expect(isFine({ ...check, problems: [warning] })).toBe(false)
    expect(isFine({ ...check, carrier: null })).toBe(false)
  })
})
