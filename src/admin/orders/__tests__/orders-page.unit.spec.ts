import { emptyKey } from "../table/empty-key"
import type { AdminWalmartImportResponse } from "../../../types/http"
import { ApiError } from "../../data/api"
import { endOfDay, startOfDay, throughLastDay } from "../table/days"
import { reasonChoice, reasonOf } from "../../settings/default-reason-choice"
import { outcomeOf } from "../../data/import-order"
import { chosenOrders, selectionOf } from "../table/selection"
import { viewsIn, withoutView, withView } from "../views/views"
import { isBrowsers } from "../bulk/shortcuts"

describe("an import that was tried again", () => {
  const answer = (outcome: string, problem: object | null = null) =>
    ({ import: { outcome, problem } }) as unknown as AdminWalmartImportResponse

  it("is done when nothing prevents it", () => {
    expect(outcomeOf(answer("imported"))).toBe("imported")
    expect(outcomeOf(answer("known"))).toBe("known")
  })

  it("has failed when something still does, with what it is and what to do", () => {
    const problem = { code: "sku_unknown", message: "No SKU X.", remedy: "Create it." }
    const call = () => outcomeOf(answer("needs_attention", problem))
    expect(call).toThrow(ApiError)
    expect(call).toThrow("No SKU X. Create it.")
  })
})

describe("chosen orders", () => {
  const [a, b, c] = ["a", "b", "c"].map((id) => ({ id, version: 1 }))

  it("stay chosen on other pages", () => {
    const first = chosenOrders({ a: true }, [a, b], [])
    expect(chosenOrders({ ...selectionOf(first), c: true }, [c], first)).toEqual([a, c])
  })

  it("are as the page shows them now", () => {
    const renewed = { id: "a", version: 2 }
    expect(chosenOrders({ a: true }, [renewed, b], [a])).toEqual([renewed])
  })

  it("are forgotten when they are no longer chosen", () => {
    expect(chosenOrders({ a: false }, [a, b], [a])).toEqual([])
  })
})

describe("keys of the command bar", () => {
  const press = (key: string, held = {}) => ({
    ...{ key, ctrlKey: false, metaKey: false, altKey: false },
    ...held,
  })

  it("are ours alone, and the browser's with Ctrl, Cmd or Alt", () => {
    expect(isBrowsers(press("r"), ["r"])).toBe(false)
    expect(isBrowsers(press("r", { ctrlKey: true }), ["r"])).toBe(true)
    expect(isBrowsers(press("R", { metaKey: true }), ["r"])).toBe(true)
    expect(isBrowsers(press("k", { ctrlKey: true }), ["r"])).toBe(false)
  })
})

describe("saved views", () => {
  const late = { name: "Late", address: "deadline=ship_overdue" }

  it("are kept by name, the newest of a name alone", () => {
    const kept = withView(withView([], late), { ...late, address: "deadline=due_today" })
    expect(viewsIn(JSON.stringify(kept))).toEqual([{ name: "Late", address: "deadline=due_today" }])
    expect(withoutView(kept, "Late")).toEqual([])
  })

  it("are none where the browser keeps nothing, or nonsense", () => {
    for (const text of [null, "{", "{}", '[{"name":""}]', "[null,3]"])
      expect(viewsIn(text)).toEqual([])
  })
})

describe("a range of days", () => {
  it("holds the whole of its last day, however often it is chosen", () => {
    const midnight = startOfDay(0, new Date(2026, 10, 23, 15))
    const range = throughLastDay({ ship_by: { $gte: midnight, $lte: midnight } })
    const lastMoment = new Date(2026, 10, 23, 23, 59, 59, 999).toISOString()
    expect(range).toEqual({ ship_by: { $gte: midnight, $lte: lastMoment } })
    expect(throughLastDay(range)).toEqual(range)
  })

  it("leaves other filters and open ends alone", () => {
    const filters = { status: ["open"], deadline: "ship_soon", ordered_at: { $gte: startOfDay(0) } }
    expect(throughLastDay(filters)).toEqual(filters)
  })

  it("ends a moment before the next one begins", () => {
    const now = new Date(2026, 10, 23, 15)
    expect(Date.parse(startOfDay(1, now)) - Date.parse(endOfDay(0, now))).toBe(1)
  })
})

describe("the default reason", () => {
  it("follows the options, is none, or a reason, and is saved as it was chosen", () => {
    for (const default_reason of [null, "", "SELLER_CANCEL_OUT_OF_STOCK"]) {
      expect(reasonOf(reasonChoice({ default_reason }))).toBe(default_reason)
    }
    expect(reasonChoice({})).toBe(reasonChoice({ default_reason: null }))
  })
})

describe("an empty table", () => {
  const attention = { filters: { sync_status: ["needs_attention"] }, search: "" }

  it("is all clear only where nothing waits for a person, whatever is filtered by", () => {
    expect(emptyKey(attention, 0)).toBe("table.allClear")
    expect(emptyKey(attention, 3)).toBe("table.nothingFound")
    expect(emptyKey(attention, undefined)).toBe("table.nothingFound")
    expect(emptyKey({ ...attention, search: "1Z" }, 0)).toBe("table.nothingFound")
    const ofOne = { ...attention.filters, account_id: ["ca"] }
    expect(emptyKey({ ...attention, filters: ofOne }, 0)).toBe("table.nothingFound")
  })
})
