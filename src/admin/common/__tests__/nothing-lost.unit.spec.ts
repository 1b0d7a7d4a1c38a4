import { sourceFiles } from "../../__tests__/source-files"
import { isChosen } from "../../order/cancellation/line-choice"
import { isTyped } from "../../order/refund/part-choice"
import { EMPTY_FORM, isFilledIn } from "../../orders/ship/ship-form"

const FILES = sourceFiles(/\.tsx$/)

describe("what was typed into a drawer", () => {
  it("is asked about before the drawer closes, in every drawer with a form", () => {
    const drawers = FILES.filter(({ code }) => /<FormDrawer\s/.test(code))
    expect(drawers.length).toBeGreaterThan(10)
    const silent = drawers.filter(({ code }) => !/<FormDrawer[^>]*?\bisDirty=/s.test(code))
    expect(silent.map(({ file }) => file)).toEqual([])
  })

  it("is nothing where a field was emptied again", () => {
    expect(isFilledIn(EMPTY_FORM)).toBe(false)
    expect(isFilledIn({ ...EMPTY_FORM, numbers: ["", " "], choice: 1 })).toBe(false)
    expect(isFilledIn({ ...EMPTY_FORM, numbers: ["", "1Z1"] })).toBe(true)
    expect(isFilledIn({ ...EMPTY_FORM, units: { "1": 1 } })).toBe(true)
    expect([isChosen({}), isChosen({ "1": "" }), isChosen({ "1": "2" })]).toEqual([
      ...[false, false, true],
    ])
    const typed = (amount: string) => ({ "1 PRODUCT": { amount, units: "" } })
    expect([isTyped({}), isTyped(typed("")), isTyped(typed("1"))]).toEqual([false, false, true])
  })
})
