import { MARKETS } from "../../markets/market-data"
import { judgeRates, type Measure, type Tally } from "../judge"

const NOTHING: Record<Measure, Tally> = {
  acknowledgment: { counted: 0, missed: 0 },
  shipment: { counted: 0, missed: 0 },
  delivery: { counted: 0, missed: 0 },
  cancellation: { counted: 0, missed: 0 },
  tracking: { counted: 0, missed: 0 },
}

const rateOf = (measure: Measure, counted: number, missed: number, market: "us" | "ca" | "mx") =>
  judgeRates({ ...NOTHING, [measure]: { counted, missed } }, MARKETS[market].standards).find(
    (one) => one.measure === measure
  )

describe("rates beside Walmart's limits", () => {
  it("are the canceled share of orders, and what was met of everything else", () => {
    expect(rateOf("cancellation", 200, 1, "us")).toMatchObject({ rate: 0.5, isWithin: true })
    expect(rateOf("tracking", 200, 1, "us")).toMatchObject({ rate: 99.5, isWithin: true })
  })

  it("are outside from the limit on that has to be stayed below, and on the one that has to be reached not yet", () => {
    expect(rateOf("cancellation", 100, 2, "us")).toMatchObject({ rate: 2, isWithin: false })
    expect(rateOf("tracking", 100, 1, "us")).toMatchObject({ rate: 99, isWithin: true })
  })

  it("are outside at the limit that has to be passed", () => {
    expect(rateOf("delivery", 100, 5, "us")).toMatchObject({ bound: "above", isWithin: false })
    expect(rateOf("delivery", 1_000, 49, "us")).toMatchObject({ rate: 95.1, isWithin: true })
  })

  it("are rounded so that a limit that is missed never looks kept", () => {
    expect(rateOf("tracking", 30_000, 301, "us")).toMatchObject({ rate: 98.99, isWithin: false })
    expect(rateOf("cancellation", 30_000, 599, "us")).toMatchObject({ rate: 2, isWithin: true })
  })

  it("follow the market", () => {
    expect(rateOf("tracking", 100, 15, "ca")).toMatchObject({ limit: 80, isWithin: true })
    expect(rateOf("tracking", 100, 15, "mx")).toMatchObject({ limit: null, isWithin: null })
  })

  it("are unknown while nothing was counted, and judged by nobody where Walmart publishes no limit", () => {
    expect(rateOf("cancellation", 0, 0, "us")).toMatchObject({ rate: null, isWithin: null })
    expect(rateOf("shipment", 10, 5, "us")).toMatchObject({ rate: 50, isWithin: null })
  })
})
