import { unknownPlaces, soldPlaces } from "../stock-places"

const NODES = ["A", "B"]

describe("figures that were never wanted", () => {
  it("are those of a ship node that came later, also of SKUs that another node has", () => {
    const known = [
      { sku: "MUG", node: "A" },
      { sku: "BOX", node: "A" },
      { sku: "BOX", node: "B" },
    ]
    expect(unknownPlaces(["MUG", "BOX"], NODES, known)).toEqual([{ sku: "MUG", node: "B" }])
  })

  it("are those of the node that the first order names, while figures went to the default one", () => {
    const known = [{ sku: "MUG", node: null }]
    expect(unknownPlaces(["MUG"], [null], known)).toEqual([])
    expect(unknownPlaces(["MUG"], ["A"], known)).toEqual([{ sku: "MUG", node: "A" }])
  })

  it("are none at the default node where a named one has the figure", () => {
    expect(unknownPlaces(["MUG", "BOX"], [null], [{ sku: "MUG", node: "A" }])).toEqual([
      { sku: "BOX", node: null },
    ])
  })
})

describe("figures that follow from a changed level", () => {
  it("are those of what is sold, and of what Walmart was sent while it was", () => {
    const known = [
      { sku: "OLD", node: "A" },
      { sku: "OLD", node: "gone" },
    ]
    const skus = [
      { sku: "MUG", isSold: true },
      { sku: "OLD", isSold: false },
      { sku: "NEVER", isSold: false },
    ]
    expect(soldPlaces(skus, NODES, known)).toEqual([
      { sku: "MUG", node: "A" },
      { sku: "MUG", node: "B" },
      { sku: "OLD", node: "A" },
    ])
  })
})
