import { MOST_UNREADABLE, returnsLeft } from "../unreadable-returns"
import { english, verbatim } from "../../words/phrase"

const readable = (returnOrderId: string) => ({ returnOrderId, reason: null })
const broken = (returnOrderId: string | null) => ({ returnOrderId, reason: `No ${returnOrderId}.` })

describe("a return order that cannot be read", () => {
  it("is noted, so that the search may go on from now", () => {
    const { cause, ...left } = returnsLeft({}, [readable("R1"), broken("R2")])
    expect(left).toEqual({ unreadable: { R2: "No R2." }, isWhole: true })
    expect(english(cause)).toBe("No R2.")
  })

  it("stays noted, with its cause, until it was read", () => {
    const before = { R2: "No R2." }
    expect(returnsLeft(before, [])).toMatchObject({ unreadable: before, cause: verbatim("No R2.") })
    const both = returnsLeft(before, [broken("R3")])
    expect(english(both.cause)).toBe("No R2. And 1 more reason.")
    expect(returnsLeft(both.unreadable, [readable("R2"), readable("R3")])).toEqual({
      ...{ unreadable: {}, isWhole: true, cause: [] },
    })
  })

  it("holds the search back when it has no number to ask for it by", () => {
    const before = { R2: "No R2." }
    const left = returnsLeft(before, [broken("R3"), broken(null)])
    expect(left).toMatchObject({ unreadable: before, isWhole: false })
    expect(english(left.cause)).toBe("No null. And 2 more reasons.")
  })

  it("holds the search back when there are too many to ask for each", () => {
    const many = Array.from({ length: MOST_UNREADABLE + 1 }, (_, i) => broken(`R${i}`))
    expect(returnsLeft({}, many)).toMatchObject({ unreadable: {}, isWhole: false })
    expect(returnsLeft({}, many.slice(1)).isWhole).toBe(true)
  })
})
