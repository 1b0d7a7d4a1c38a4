import { sharedSeller } from "./test-seller"

const shared = sharedSeller()

const summary = (metric: string, query = "") =>
  shared.seller.get(`/v3/insights/performance/${metric}/summary${query}`)
const set = (body: object) => shared.simulator.control.run("POST", "performance", body)

describe("seller performance", () => {
  it("has nothing to show until figures are set, and again when they are taken away (P1)", async () => {
    expect((await summary("otd")).status).toBe(204)
    set({ metric: "otd", rate: 93.5 })
    expect((await summary("otd")).status).toBe(200)
    set({ metric: "otd", rate: null })
    expect((await summary("otd")).status).toBe(204)
  })

  it("shows the figures by the names that the metric has (P1)", async () => {
    const figures = { sellerAccountableRate: 97, riskLevel: "GOOD", trend: "GREEN_UP" }
    set({ metric: "otd", rate: 93.5, figures })
    set({ metric: "cancellations", rate: 1.2, figures: { impactedCustomerCount: 3 } })
    expect((await summary("otd", "?reportDuration=14&shippingMethod=TwoDay")).body).toMatchObject({
      payload: {
        ...{ overallRate: 93.5, overallTrend: "GREEN_UP", sellerAccountableRate: 97 },
        reportDuration: 14,
      },
    })
    expect((await summary("cancellations")).body).toMatchObject({
      payload: {
        ...{ cumulativeRate: 1.2, cumulativeRateTrend: "NEUTRAL", impactedCustomerCount: 3 },
        reportDuration: 30,
      },
    })
    set({ metric: "sss/ots", rate: 99 })
    expect((await summary("sss/ots")).status).toBe(200)
  })

  it.each([
    ["otd", "?reportDuration=7", 400],
    ["otd", "?shippingMethod=Mail", 400],
    ["cancellations", "?shippingMethod=TwoDay", 400],
    ["speed", "", 404],
  ])("refuses %s%s (P1)", async (metric, query, status) => {
    expect((await summary(metric, query)).status).toBe(status)
  })

  it("refuses figures that it does not know", () => {
    expect(() => set({ metric: "speed", rate: 1 })).toThrow("metric")
    expect(() => set({ metric: "otd", rate: "1" })).toThrow("rate")
    expect(() => set({ metric: "otd", rate: 1, figures: { colour: "red" } })).toThrow("colour")
  })
})
