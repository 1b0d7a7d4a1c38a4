import fc from "fast-check"
import { isStale, isUntimely, type OrderEvent, readEvent } from "../event"

const read = (json: unknown) => readEvent(Buffer.from(JSON.stringify(json)))
const source = {
  eventType: "ORDER_UPDATES",
  eventTime: "2026-10-01T10:00:00.000Z",
  eventId: "3f0c",
  eventFilters: null,
}
const order = { purchaseOrderId: "1799999999001" }
const expected = {
  eventId: "3f0c",
  type: "ORDER_UPDATES",
  subType: "PO_CREATED",
  purchaseOrderId: "1799999999001",
  eventTime: Date.parse("2026-10-01T10:00:00Z"),
}

describe("an event about an order", () => {
  it.each([
    ["under meta", { meta: { subEventType: "PO_CREATED" }, order }],
    ["beside the order", { subEventType: "PO_CREATED", order }],
  ])("is read with its sub type %s", (_where, payload) => {
    expect(read({ source, payload })).toEqual({ kind: "order", event: expected })
  })

  it("is read in its older, flat shape", () => {
    const old = { source: { ...source, eventType: "PO_CREATED" }, payload: order }
    const event = { ...expected, type: "PO_CREATED", subType: null }
    expect(read(old)).toEqual({ kind: "order", event })
    const flat = { ...source, ...order, eventType: "PO_CREATED" }
    expect(read(flat)).toEqual({ kind: "order", event })
  })

  it("is read with its type in small letters, its order in a list of one, and behind a byte order mark", () => {
    const event = { kind: "order", event: expected }
    const payload = { subEventType: "PO_CREATED", order: [order] }
    expect(read({ source: { ...source, eventType: "order_updates" }, payload })).toEqual(event)
    expect(readEvent(Buffer.from(`\uFEFF${JSON.stringify({ source, payload })}`))).toEqual(event)
  })

  it.each(["PO_CREATED", "PO_LINE_AUTOCANCELLED", "INTENT_TO_CANCEL", "FRAUD_CANCEL"])(
    "is taken whatever happened: %s",
    (subEventType) => {
      expect(read({ source, payload: { subEventType, order } })).toEqual({
        kind: "order",
        event: { ...expected, subType: subEventType },
      })
    }
  )

  it("is known by its content when it has no id", () => {
    const named = (id: unknown) => {
      const found = read({ source: { ...source, eventId: id }, payload: { order } })
      return found.kind === "order" ? found.event.eventId : null
    }
    expect(named(undefined)).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(named(undefined)).toBe(named(undefined))
    expect(named("x".repeat(500))).toMatch(/^sha256:/)
  })

  it.each([
    [
      "of another type",
      { source: { ...source, eventType: "BUY_BOX_CHANGED" }, payload: { order } },
    ],
    ["that is Walmart's sample", { source: { eventType: "ORDER_UPDATES" }, payload: {} }],
    ["whose number is none", { source, payload: { order: { purchaseOrderId: "../1" } } }],
  ])("is not one %s", (_what, json) => expect(read(json)).toEqual({ kind: "other" }))

  it.each(["RETURN_CREATED", "RETURN_DELIVERED"])(
    "is not one about a return, such as %s, of which nothing but that is taken",
    (eventType) => {
      const said = { source: { ...source, eventType }, payload: { order, returnOrderId: "1" } }
      const event = { eventId: expected.eventId, type: eventType, eventTime: expected.eventTime }
      expect(read(said)).toEqual({ kind: "return", event })
    }
  )

  it("is never anything that throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(["order", "other", "unreadable"]).toContain(readEvent(Buffer.from(text)).kind)
      })
    )
  })

  it("is untimely a day later, or five minutes ahead", () => {
    const at = (eventTime: number | null): OrderEvent => ({ ...expected, eventTime })
    const now = Date.parse("2026-10-02T12:00:00Z")
    const ages = [24 * 3_600_000, 24 * 3_600_000 + 1, -300_000, -300_001]
    expect(ages.map((age) => isUntimely(at(now - age), now))).toEqual([false, true, false, true])
    expect(isUntimely(at(null), now)).toBe(false)
  })

  it("is stale once its time is out of the window, and never for want of one", () => {
    const isOld = (eventTime: number | null) => isStale({ ...expected, eventTime }, 10_000, 1_000)
    expect([9_000, 8_999, 20_000, null].map(isOld)).toEqual([false, true, false, false])
  })

  it.each([-1e15, 8.64e15, "-271821-04-20", "2026-13-45", 1e309])(
    "names no time by %p, which the database could not keep",
    (eventTime) => {
      const { event } = read({ source: { ...source, eventTime }, payload: { order } }) as {
        event: OrderEvent
      }
      expect(event.eventTime).toBeNull()
    }
  )
})
