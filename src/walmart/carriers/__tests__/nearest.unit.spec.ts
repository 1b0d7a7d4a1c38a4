import fc from "fast-check"
import { MARKETS } from "../../markets/market-data"
import { didYouMean, nearest } from "../nearest"

const carriers = MARKETS.us.carriers

describe("nearest", () => {
  it.each([
    ["Fedx", "FedEx"],
    ["FEDEXX", "FedEx"],
    ["U.S.P.S", "USPS"],
    ["Ontrack", "OnTrac"],
    ["Canada Pst", "Canada Post"],
  ])("finds what %s means: %s", (text, name) => expect(nearest(text, carriers)).toBe(name))

  it.each(["Hermes", "", "??", "X", "a".repeat(10_000)])("guesses nothing for %s", (text) => {
    expect(nearest(text, carriers)).toBeNull()
    expect(didYouMean(text, carriers)).toBe("")
  })

  it("names itself for every name, however it is written", () => {
    const one = fc.constantFrom(...carriers.filter((name) => name !== "LS"))
    fc.assert(
      fc.property(one, (name) => {
        const found = nearest(` ${name.toLowerCase()} `, carriers)
        expect(found?.toLowerCase().replace(/\W/g, "")).toBe(name.toLowerCase().replace(/\W/g, ""))
      })
    )
  })
})
