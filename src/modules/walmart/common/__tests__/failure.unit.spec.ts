import { MedusaError } from "@medusajs/framework/utils"
import { NO_CALL, RefusedError } from "../../../../walmart/api/errors/errors"
import { failureOf, logLine, oneLine, withoutValues } from "../failure"

const STATEMENT = `insert into "order_address" ("first_name", "address_1") values ('Ann', '1 Main St')
    at 'Ann Lee' - value too long`

function databaseError(): Error {
  return Object.assign(new Error(STATEMENT), { name: "DriverException", code: "22001" })
}

/** As a workflow hands it on. */
function asData(error: Error): object {
  return { ...error, name: error.name, message: error.message, stack: error.stack }
}

it("says nothing of a statement but the kind of the error and its code", () => {
  for (const error of [databaseError(), asData(databaseError())]) {
    const { name, message, trace } = failureOf(error)
    expect(name).toBe("DriverException")
    expect(message).toContain("(DriverException, code 22001)")
    expect(trace).toContain("failure.unit.spec.ts")
    expect(message + trace).not.toMatch(/Ann|Main St/)
  }
})

it.each([
  "Order address with first_name: Ann, already exists.",
  "You tried to set relationship customer_id: Ann, but such entity does not exist",
  `column "x" does not exist, in values ('Ann')`,
  "Order not found ({ email: 'Ann' })",
])("leaves out what Medusa repeats of the database: %s", (text) => {
  const error = new MedusaError(MedusaError.Types.INVALID_DATA, text)
  expect(failureOf(error).message).not.toContain("Ann")
})

it.each([
  Object.assign(new Error('relation "walmart_order" does not exist'), { code: "42P01" }),
  Object.assign(new Error("column w0.seller does not exist"), { code: "42703" }),
  new MedusaError(MedusaError.Types.INVALID_DATA, "column w0.seller does not exist"),
])("says what to do when the database is not migrated: %s", (error) => {
  expect(logLine("Sending failed", error)).toMatch(/^Sending failed: .*npx medusa db:migrate.*$/)
})

it("keeps what was written for people", () => {
  const refused = new RefusedError("Walmart refused the request (400): no", NO_CALL)
  const medusas = new MedusaError(MedusaError.Types.NOT_ALLOWED, "Item is not stocked.")
  expect(failureOf(refused).message).toBe(refused.message)
  expect(failureOf(asData(refused)).message).toBe(refused.message)
  expect(failureOf(asData(medusas)).message).toBe("Item is not stocked.")
})

it("is one line of a log, whatever a text from outside holds", () => {
  const hostile = "no such SKU\r\nerror: all orders deleted\u2028\u0085\u001b[2K\u202ehidden\u0000"
  const line = logLine("Walmart: order 1\n2", new RefusedError(hostile, NO_CALL))
  expect(line).toBe("Walmart: order 1 2: no such SKU error: all orders deleted [2K hidden")
  expect(oneLine(hostile)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
  expect(logLine("Importing failed", databaseError())).toMatch(
    /^[^\n]* at .*failure\.unit\.spec.*$/
  )
})

it("says of a thrown text only that it was one", () => {
  expect(logLine("Importing failed", "Ann Lee")).not.toContain("Ann")
})

it("throws on what people may read, and its kind only of anything else", async () => {
  const refused = new RefusedError("no", NO_CALL)
  await expect(withoutValues(() => Promise.reject(refused))).rejects.toBe(refused)
  const failed = withoutValues(() => Promise.reject(databaseError()))
  await expect(failed).rejects.toThrow(MedusaError)
  await expect(failed).rejects.toThrow("code 22001")
  await expect(failed).rejects.not.toThrow("Ann")
  await expect(withoutValues(async () => 1)).resolves.toBe(1)
})
