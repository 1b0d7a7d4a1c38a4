import { lineMoney } from "../../orders/charges"
import { checkScopes } from "../../api/check-scopes"
import { alpha2Of } from "../country"
import { storeSku } from "../../import/plan-checks"
import { locationOf } from "../../import/plan-places"
import { planOrder } from "../../import/import-order"
import { ownValue } from "../own-value"
import { charge, line, order, settings, store, variant } from "../../import/__tests__/plan-fixtures"

/** Names that every object answers, although nobody gave it any. */
const INHERITED = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"]

describe.each(INHERITED)("a name from outside such as %s", (name) => {
  it("means nothing where nobody gave it a meaning, and what it was given else", () => {
    expect(ownValue<string>({}, name)).toBeUndefined()
    expect(ownValue(Object.fromEntries([[name, "mapped"]]), name)).toBe("mapped")
  })

  it("is a SKU like any other", () => {
    expect(storeSku(name, {})).toBe(name)
    const known = store({ variants: [variant(name)] })
    const planned = planOrder(order({ lines: [line({ sku: name })] }), known, settings())
    expect(planned).toMatchObject({ planned: { items: [{ variant: { sku: name } }] } })
  })

  it("names no ship node, stock location, country or charge", () => {
    const shipNode = { type: "SellerFulfilled" as const, id: name, name }
    expect(locationOf(order({ shipNode }), store(), settings())).toMatchObject({ id: "sloc_1" })
    expect(alpha2Of(name)).toBeNull()
    const charged = line({ charges: [charge(name, 100)] })
    expect(lineMoney(charged, "line")).toMatchObject({ other: 100 })
  })

  it("opens no area of Walmart's to the key", () => {
    const [orders] = checkScopes({ scopes: { [`${name}2`]: "full_access" } })
    expect(orders).toMatchObject({ name: "orders", has: "no_access", ok: false })
  })
})
