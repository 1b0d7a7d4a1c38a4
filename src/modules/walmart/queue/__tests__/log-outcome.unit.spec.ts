import { logCall } from "../log-outcome"

const CALL = {
  ...{ orderId: "wmo_1", updateIds: ["wmu_1", "wmu_2"], attemptId: "wma_1" },
  ...{ outcome: "applied", httpStatus: 200, correlationId: "corr-1" },
}

const logged = (call: typeof CALL) => {
  const log = jest.fn()
  logCall({ log }, "main", call)
  return log.mock.calls[0]?.[0] as { level: string; message: string; walmart: object }
}

describe("the log of calls that change an order", () => {
  it("has order, updates, attempt and correlation id as fields to search by", () => {
    const { level, walmart } = logged(CALL)
    expect(level).toBe("info")
    expect(walmart).toEqual({
      ...{ account_id: "main", walmart_order_id: "wmo_1", update_ids: ["wmu_1", "wmu_2"] },
      ...{ attempt_id: "wma_1", correlation_id: "corr-1", http_status: 200, outcome: "applied" },
    })
  })

  it.each(["refused", "unknown", "throttled"])("warns of what was not applied: %s", (outcome) => {
    const { level, message } = logged({ ...CALL, outcome })
    expect([level, message]).toEqual(["warn", expect.stringContaining(outcome)])
  })
})
