import { parseErrorBody } from "../error-body"
import { NO_CALL, RefusedError, UnknownOutcomeError } from "../errors"
import { isOutage } from "../outage"
import { classify } from "../../../updates/outcome"
import { jsonOf } from "../redact"

const answer = (body: unknown, status = 400) => {
  const text = typeof body === "string" ? body : JSON.stringify(body)
  return { ...NO_CALL, ...parseErrorBody(text), status, response: jsonOf(text) ?? null }
}
const entry = (changes: Record<string, unknown> = {}) => ({
  errors: {
    error: [
      {
        code: "INVALID_REQUEST.GMP_ORDER_API",
        field: "data",
        description: "Invalid Request",
        info: "Request invalid.",
        severity: "ERROR",
        category: "DATA",
        causes: [],
        errorIdentifiers: { entry: [] },
        ...changes,
      },
    ],
  },
})

describe("an answer that names nothing of the request", () => {
  it.each<[string, unknown]>([
    ["Walmart's answer during outages", entry()],
    ["the same without its field", entry({ field: null })],
    ["the same with only its info", entry({ description: "" })],
    [
      "the same in another shape",
      { error: [{ code: "INVALID_REQUEST", message: "Invalid request." }] },
    ],
    ["code and message", { code: "INVALID_REQUEST", message: "Invalid Request" }],
    ["a problem without a detail", { type: "about:blank", title: "Bad Request", status: 400 }],
    [
      "an order system that does not answer",
      entry({ description: "An UnKnown Error occurred in communicating-with OMS Server" }),
    ],
    [
      "another one, under another code",
      entry({
        code: "INVALID_REQUEST_CONTENT.GMP_ORDER_API",
        field: "order",
        description: "An UnKnown Error occurred in communicating-with RMS Server",
      }),
    ],
    ["an empty body", ""],
    ["an empty object", {}],
    ["an empty list", { errors: { error: [] } }],
    ["a page", "<html><body><h1>Bad Request</h1>Your line is busy</body></html>"],
    ["words alone", "Bad Request"],
  ])("is an outage: %s", (_, body) => {
    expect(isOutage(answer(body))).toBe(true)
  })

  it.each<[string, unknown]>([
    ["a line", entry({ description: "The Line: 1 of PO: 1 is in SHIPPED status" })],
    ["a field", entry({ field: "methodCode" })],
    ["a cause", entry({ causes: [{ code: "C", field: "trackingNumber", description: "bad" }] })],
    ["its content", entry({ code: "INVALID_REQUEST_CONTENT.GMP_ORDER_API", description: "" })],
    ["a parameter", entry({ code: "INVALID_REQUEST_PARAM.GMP_ORDER_API" })],
    ["a unit", { detail: "Qty OverShipped" }],
    ["something in plain words", "Order is not yours"],
    [
      "one thing beside a general error",
      {
        errors: { error: [...entry().errors.error, { code: "X", description: "Line 1 is wrong" }] },
      },
    ],
  ])("is none when it names %s", (_, body) => {
    expect(isOutage(answer(body))).toBe(false)
  })

  it("is a gateway's page with a 403, but no refusal of permissions", () => {
    expect(isOutage(answer("<!DOCTYPE html><title>Access Denied</title>", 403))).toBe(true)
    expect(isOutage(answer({ error: [{ code: "FORBIDDEN.GMP_GATEWAY_API" }] }, 403))).toBe(false)
    expect(isOutage(answer("", 403))).toBe(false)
    expect(isOutage(answer("<html>not here</html>", 404))).toBe(false)
  })

  it("is tried again like a 5xx, and says so", () => {
    const outage = new UnknownOutcomeError("x", answer(entry()))
    expect(classify(outage)).toMatchObject({
      outcome: "unknown",
      code: "walmart_outage",
      counts: "attempt",
      holdsAccount: false,
    })
    const refused = new RefusedError("x", answer(entry({ field: "methodCode" })))
    expect(classify(refused).outcome).toBe("refused")
  })
})
