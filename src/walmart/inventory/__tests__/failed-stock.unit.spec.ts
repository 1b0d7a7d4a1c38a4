import { changedTryMs } from "../failed-stock"

const MINUTE_MS = 60_000

describe("A figure that failed and has changed in Medusa", () => {
  it("is tried at once where the store has not said which shelf is meant, as that asks nobody", () => {
    expect(changedTryMs("stock_location_missing")).toBe(0)
    expect(changedTryMs("stock_location_unclear")).toBe(0)
  })

  it("is tried within minutes where Walmart refused the number or answered nothing for long", () => {
    expect(changedTryMs("refused")).toBe(15 * MINUTE_MS)
    expect(changedTryMs("stock_feed_refused")).toBe(15 * MINUTE_MS)
    expect(changedTryMs("unreachable")).toBe(15 * MINUTE_MS)
  })

  it("is tried once an hour where Walmart does not know the SKU, whatever its number", () => {
    expect(changedTryMs("unknown_sku")).toBe(60 * MINUTE_MS)
  })
})
