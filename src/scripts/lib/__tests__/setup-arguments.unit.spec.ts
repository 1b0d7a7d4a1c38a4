import { setupRequest } from "../setup-arguments"

describe("the arguments of the setup script", () => {
  it("name location and ship nodes, and agree", () => {
    const args = ["yes", "location=sloc_1", "node=1000001:sloc_2", "node=1000002:sloc_1"]
    expect(setupRequest(args, ["main"])).toEqual({
      accountId: "main",
      isAgreed: true,
      answers: {
        stockLocationId: "sloc_1",
        shipNodes: { "1000001": "sloc_2", "1000002": "sloc_1" },
      },
    })
  })

  it("agree to nothing and choose the only account when there are none", () => {
    expect(setupRequest([], ["main"])).toEqual({
      accountId: "main",
      isAgreed: false,
      answers: {},
    })
  })

  it.each([
    [["no"]],
    [["node=1000001"]],
    [["account=other"]],
    [["location=sloc_1", "location=sloc_2"]],
  ])("are refused: %j", (args) => {
    expect(() => setupRequest(args, ["main"])).toThrow(/medusa exec|that have are/)
  })
})
