import { fittingOptions, NO_PLACE, placeAfterTyping, placeByKey, placeOf } from "../fitting-options"

const CARRIERS = ["UPS", "USPS", "FedEx", "FedEx Freight", "Roadie by UPS"]

describe("the options that fit a text", () => {
  it("contain it in any case, and are all for an empty text", () => {
    expect(fittingOptions(CARRIERS, " fed ")).toEqual(["FedEx", "FedEx Freight"])
    expect(fittingOptions(CARRIERS, "")).toEqual(CARRIERS)
    expect(fittingOptions(CARRIERS, "DHL")).toEqual([])
  })

  it("begin with those that begin with it", () => {
    expect(fittingOptions(["Roadie by UPS", "UPS"], "up")).toEqual(["UPS", "Roadie by UPS"])
  })

  it("are all where the text is one of them, so that another can be chosen", () => {
    expect(fittingOptions(CARRIERS, "fedex")).toEqual(CARRIERS)
  })
})

describe("the option that Enter takes after typing", () => {
  it("is the text itself, or the first that begins with it", () => {
    expect(placeAfterTyping(CARRIERS, "fedex freight")).toBe(3)
    expect(placeAfterTyping(["FedEx", "FedEx Freight"], "fe")).toBe(0)
  })

  it("is none for a name that no option begins with, so that it stays as it was typed", () => {
    expect(placeAfterTyping(["Roadie by UPS"], "by")).toBe(NO_PLACE)
    expect(placeAfterTyping(CARRIERS, " ")).toBe(NO_PLACE)
  })
})

describe("the place of an option", () => {
  it("is found in any case", () => {
    expect(placeOf(CARRIERS, " usps ")).toBe(1)
    expect(placeOf(CARRIERS, "Acme")).toBe(NO_PLACE)
  })

  it("moves by the arrows round the ends, and to the ends by Home and End", () => {
    const byKey = (key: string, place: number) => placeByKey(key, place, 3)
    expect([byKey("ArrowDown", NO_PLACE), byKey("ArrowDown", 1), byKey("ArrowDown", 2)]).toEqual([
      0, 2, 0,
    ])
    expect([byKey("ArrowUp", NO_PLACE), byKey("ArrowUp", 0), byKey("ArrowUp", 2)]).toEqual([
      2, 2, 1,
    ])
    expect([byKey("Home", 2), byKey("End", 0)]).toEqual([0, 2])
    expect(byKey("ArrowLeft", 1)).toBeNull()
  })

  it("is none where there is no option", () => {
    const places = ["ArrowDown", "ArrowUp", "Home", "End"].map((key) =>
      placeByKey(key, NO_PLACE, 0)
    )
    expect(places).toEqual([NO_PLACE, NO_PLACE, NO_PLACE, NO_PLACE])
  })
})
