import { realEmail, realName, realPhone } from "../../schemas/placeholders"
import { parseErrorBody, reasonGiven } from "../error-body"
import { NO_CALL, RefusedError } from "../errors"
import { isOutage } from "../outage"
import { explain } from "../../../updates/outcome"
import { redactText, snippetOf } from "../redact"
import { toMinorUnits } from "../../schemas/fields"
import { parseOrder } from "../../schemas/schemas"
import { wireLine, wireOrder, wireShippingInfo } from "../../schemas/__tests__/walmart-documents"

/** Texts of 100 kB made to lead patterns astray: beginnings without an end, and ends that almost fit. */
const SEEDS = [
  "<error>",
  "</error>",
  "<a:error><code>",
  "<",
  "customer asked ",
  "cancel ",
  "invalid ",
  "tracking number ",
  "ship date ",
  "is in ",
  "unknown error ",
  "a@",
  "@",
  "a@b.c.",
  "eyJ-",
  "Basic ",
  " ",
  "0",
  "1.0",
  "x",
  "*",
  "\t\n",
  "aA",
]
const HOSTILE = SEEDS.map((seed): [string, string] => [
  seed,
  seed.repeat(Math.ceil(100_000 / seed.length)) + "!",
])

/** A pattern that needs the square of the length would take minutes; what is linear takes some milliseconds. */
const GENEROUS_MS = 10_000

function took(work: () => unknown): number {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e6
}

describe.each(HOSTILE)("100 kB of %j", (_seed, text) => {
  it.each<[string, () => unknown]>([
    ["an error's body", () => reasonGiven(parseErrorBody(text, ["s3cret"]))],
    ["an error's page", () => reasonGiven(parseErrorBody(`<html>${text}`, ["s3cret"]))],
    ["an error's entry", () => parseErrorBody(JSON.stringify({ message: text, code: text }))],
    [
      "a refusal's words",
      () => {
        const details = [{ code: text, field: text, description: text }]
        isOutage({ ...NO_CALL, status: 400, details })
        return explain(new RefusedError("x", { ...NO_CALL, status: 400, details }))
      },
    ],
    ["what is stored of a call", () => [redactText(text, ["s3cret"]), snippetOf(text)]],
    ["a buyer's details", () => [realPhone(text), realEmail(text), realName(text)]],
    ["an amount", () => toMinorUnits(text)],
    [
      "an order",
      () =>
        parseOrder(
          wireOrder({
            customerEmailId: text,
            orderType: text,
            shippingInfo: wireShippingInfo({ phone: text, estimatedShipDate: text }),
            orderLines: {
              orderLine: [
                wireLine({ item: { sku: text, productName: text }, intentToCancel: text }),
              ],
            },
          })
        ),
    ],
  ])("takes no longer than any other text as %s", (what, work) => {
    const isOrder = what === "an order"
    const read = isOrder ? () => expect(work).not.toThrow(RangeError) : work
    expect(took(read)).toBeLessThan(GENEROUS_MS)
  })
})

it("a reason is cut before anything is read into it, and no secret is cut in two", () => {
  const secret = "s3cret".repeat(20)
  const description = `${"a".repeat(990)}${secret} ${"b".repeat(50_000)}`
  const { details } = parseErrorBody(JSON.stringify({ description }), [secret])
  expect(details[0].description).toHaveLength(1_000)
  expect(details[0].description).not.toContain("s3cr")
})
