import { fittingOptions, nextPlace } from "../fitting-options"

const CARRIERS = ["UPS", "USPS", "FedEx", "FedEx Freight"]

describe("the options that fit a text", () => {
  it("contain it in any case, and are all for an empty text", () => {
    expect(fittingOptions(CARRIERS, " fed ")).toEqual(["FedEx", "FedEx Freight"])
    expect(fittingOptions(CARRIERS, "")).toEqual(CARRIERS)
    expect(fittingOptions(CARRIERS, "DHL")).toEqual([])
  })

  it("are all where the text is one of them, so that another can be chosen", () => {
    expect(fittingOptions(CARRIERS, "fedex")).toEqual(CARRIERS)
  })
})

describe("the place that an arrow key leads to", () => {
  it("begins at either end and goes round", () => {
    expect(nextPlace(-1, 3, 1)).toBe(0)
    expect(nextPlace(-1, 3, -1)).toBe(2)
    expect(nextPlace(2, 3, 1)).toBe(0)
    expect(nextPlace(0, 3, -1)).toBe(2)
    expect(nextPlace(0, 0, 1)).toBe(-1)
  })
})
