import fc from "fast-check"
import {
  AccountError,
  type CallFacts,
  ForbiddenError,
  NO_CALL,
  NotFoundError,
  NotSentError,
  RefusedError,
  ThrottledError,
  UnknownOutcomeError,
  UnreadableError,
} from "../../api/errors/errors"
import { classify, explain, nextDelayMs } from "../outcome"

const facts = (changes: Partial<CallFacts> = {}): CallFacts => ({ ...NO_CALL, ...changes })
const refusedWith = (description: string, more: { code?: string; field?: string } = {}) =>
  new RefusedError(
    "refused",
    facts({ status: 400, details: [{ code: "X", field: null, ...more, description }] })
  )

describe("classify", () => {
  it.each([
    ["a refusal", new RefusedError("no", facts({ status: 400 })), "refused", "refused", "attempt"],
    [
      "a missing order",
      new NotFoundError("no", facts({ status: 404 })),
      "refused",
      "not_found",
      "attempt",
    ],
    [
      "a lost answer",
      new UnknownOutcomeError("?", facts()),
      "unknown",
      "outcome_unknown",
      "attempt",
    ],
    [
      "a refused connection",
      new NotSentError("x", facts({ path: "/v3/orders/1" })),
      "not_applied",
      "not_reachable",
      "failure",
    ],
    [
      "a missing token",
      new NotSentError("x", facts({ path: "/v3/token" })),
      "not_applied",
      "token_unavailable",
      "none",
    ],
    ["a 429", new ThrottledError("x", facts({ status: 429 })), "throttled", "throttled", "none"],
    ["our own limiter", new ThrottledError("x", facts()), "throttled", "throttled", "none"],
    ["a lock", new ThrottledError("x", facts({ status: 423 })), "throttled", "locked", "none"],
    [
      "bad keys",
      new AccountError("x", facts({ status: 400 })),
      "account",
      "credentials_refused",
      "none",
    ],
    [
      "a missing permission",
      new AccountError("x", facts({ status: 403 })),
      "account",
      "permission_missing",
      "none",
    ],
    [
      "an area that is closed to the key",
      new ForbiddenError("x", facts({ status: 403 })),
      "refused",
      "permission_missing",
      "attempt",
    ],
    [
      "a gateway's page",
      new UnreadableError("x", facts({ status: 200 })),
      "not_applied",
      "answer_not_json",
      "attempt",
    ],
    [
      "an unknown status",
      new UnreadableError("x", facts({ status: 200, response: {} })),
      "refused",
      "answer_not_understood",
      "attempt",
    ],
    ["a bug", new TypeError("x is undefined"), "unknown", "unexpected", "failure"],
    ["no error at all", undefined, "unknown", "unexpected", "failure"],
  ])("%s", (_, error, outcome, code, counts) => {
    expect(classify(error)).toMatchObject({ outcome, code, counts, waitMs: null })
    expect(explain(error).remedy).not.toBe("")
  })

  it("waits as long as was asked, within sane limits", () => {
    const throttled = (retryAfterMs: number) =>
      classify(new ThrottledError("x", facts({ retryAfterMs }))).waitMs
    expect(throttled(20_000)).toBe(20_000)
    expect(throttled(5)).toBe(1_000)
    expect(throttled(1e12)).toBe(15 * 60_000)
  })

  it("does not repeat the text of a foreign error, which may hold anything", () => {
    const all = JSON.stringify([classify(new Error("s3cret")), explain(new Error("s3cret"))])
    expect(all).not.toContain("s3cret")
  })

  it("takes anything that can be thrown", () => {
    fc.assert(fc.property(fc.anything(), (thrown) => classify(thrown).outcome === "unknown"))
  })
})

describe("explain", () => {
  it.each([
    ["Method code is not supported in line number 1", "method_code_mismatch"],
    [
      "Unable to process this request. The Line: 1 of PO: 1 is in SHIPPED status",
      "already_shipped",
    ],
    ["The Line: 1 of PO: 1 is in CANCELLED status", "already_canceled"],
    ["Qty OverShipped : Some or All Line(s)/Qty cannot be Shipped", "too_many_units"],
    ["Some or all qty in higher status", "already_past_acknowledgment"],
    [
      "Customer has requested to cancel this line, intentToCancelOverride is missing",
      "customer_asked_to_cancel",
    ],
    ["LS-1010 item is hazmat", "label_hazardous_material"],
    ["Invalid Date format value", "date_format"],
    ["Tracking number is invalid", "tracking_number_invalid"],
    ["Ship date is in the past", "ship_date_invalid"],
    ["Invalid Request", "refused"],
  ])("understands %j", (description, code) => {
    const explanation = explain(refusedWith(description))
    expect(explanation.code).toBe(code)
    expect(classify(refusedWith(description)).code).toBe(code)
    expect(explanation.remedy).toMatch(/\.$/)
  })

  it("quotes Walmart beside the plain words", () => {
    expect(explain(refusedWith("Qty OverShipped : x")).message).toBe(
      'More units were reported than are still open on the Walmart order. Walmart says: "Qty OverShipped : x".'
    )
  })

  it("understands codes and fields too", () => {
    expect(explain(refusedWith("", { code: "LH-4022" })).code).toBe("label_customs_data_missing")
    expect(explain(refusedWith("bad", { field: "methodCode" })).code).toBe("method_code_mismatch")
  })

  it("explains a failed label although the outcome is in doubt", () => {
    const details = [{ code: "LS-3101", field: null, description: "" }]
    const error = new UnknownOutcomeError("x", facts({ status: 500, details }))
    expect(classify(error)).toMatchObject({ outcome: "unknown", code: "label_carrier_failed" })
  })

  it("does not read words about orders into account trouble", () => {
    const details = [{ code: "X", field: null, description: "key is in SHIPPED status" }]
    expect(explain(new AccountError("x", facts({ details }))).code).toBe("credentials_refused")
  })
})

describe("nextDelayMs", () => {
  it.each([
    [1, 15_000],
    [2, 30_000],
    [3, 60_000],
    [7, 960_000],
    [8, 1_800_000],
    [5_000, 1_800_000],
  ])("waits after %d attempts at most %d ms", (attempts, most) => {
    expect(nextDelayMs({ attempts, random: () => 1 })).toBe(most)
    expect(nextDelayMs({ attempts, random: () => 0.5 })).toBe(most / 2)
  })

  it("never waits less than a second, so that nothing spins", () => {
    expect(nextDelayMs({ attempts: 0, random: () => 0 })).toBe(1_000)
  })
})
