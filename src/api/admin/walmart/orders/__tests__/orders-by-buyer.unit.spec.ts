import { buyerFilter } from "../orders-by-buyer"

describe("a search text as a buyer", () => {
  const named = (word: string) => {
    const part = { $ilike: `%${word}%` }
    return { $or: [{ first_name: part }, { last_name: part }] }
  }

  it("is a name, all of whose words are in it", () => {
    expect(buyerFilter("Ann  Smith")).toEqual({ $and: [named("Ann"), named("Smith")] })
    expect(buyerFilter("O%Neil")).toEqual({ $and: [named("O\\%Neil")] })
  })

  it("is a ZIP, by its beginning, in the market's own shape", () => {
    expect(buyerFilter("94043")).toEqual({ postal_code: { $like: "94043%" } })
    expect(buyerFilter("94043-1234")).toEqual({ postal_code: { $like: "94043-1234%" } })
    expect(buyerFilter("K1A")).toEqual({ postal_code: { $ilike: "K1A%" } })
  })

  it("is a postal code of Canada with its gap or without, however the address has it", () => {
    for (const text of ["K1A 0B1", "K1A0B1", "K1A-0B1"])
      expect(buyerFilter(text)).toEqual({ postal_code: { $ilike: "K1A%0B1%" } })
  })

  it("is neither when it is one of the other things that are searched for", () => {
    for (const text of [
      undefined,
      "",
      "a",
      "#12",
      "1Z999AA10123456784",
      "108801234567890",
      "MUG-1",
    ])
      expect(buyerFilter(text)).toBeNull()
  })
})
