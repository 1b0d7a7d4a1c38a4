import { importRequest, skusLeft } from "../arguments"

const NOW = Date.parse("2026-11-23T12:00:00Z")
const DAY = 86_400_000
const read = (...args: (string | number)[]) => importRequest(args, ["main"], NOW)

it("takes numbers as medusa exec hands them on", () => {
  expect(read(1799999999001, "179999999900112345678")).toEqual({
    accountId: "main",
    purchaseOrderIds: ["1799999999001", "179999999900112345678"],
  })
})

it("takes a range of days with the last one in it", () => {
  const from = Date.parse("2026-11-01")
  expect(read("from=2026-11-01", "to=2026-11-02")).toEqual({
    accountId: "main",
    from,
    to: from + 2 * DAY,
  })
})

it("ends a range now", () => {
  expect(read("from=2026-11-01", "to=2026-12-31")).toMatchObject({ to: NOW })
  expect(read("from=2026-11-01")).toMatchObject({ to: NOW })
})

it("asks for the account only when there are several", () => {
  expect(() => importRequest(["1"], ["a", "b"], NOW)).toThrow(
    "Those that have their keys are: a, b."
  )
  expect(importRequest(["1", "account=b"], ["a", "b"], NOW)).toMatchObject({ accountId: "b" })
  expect(() => read("1", "account=c")).toThrow('no Walmart account "c"')
})

it("does not say that an account is missing from the options when it only lacks its keys", () => {
  expect(() => importRequest(["1", "account=main"], [], NOW)).toThrow(
    'There is no Walmart account "main" that has its keys. Those that have are: none; the doctor says what is missing.'
  )
})

it.each([
  [[], "Give order numbers or the first day"],
  [["1", "from=2026-11-01"], "not both"],
  [["from=yesterday"], "from=yesterday is not a day"],
  [["from=2026-02-31"], "from=2026-02-31 is not a day"],
  [["from=2026-02-01", "to=2026-02-29"], "to=2026-02-29 is not a day"],
  [["from=2026-11-02", "to=2026-11-01"], "from=2026-11-02 is not before to=2026-11-01"],
  [["form=2026-11-01"], 'There is no "form="'],
  [["2026-11-01"], '"2026-11-01" is a day. Write from=2026-11-01'],
  [["from=2026-11-01", "from=2026-11-02"], '"from=" is given twice'],
])("refuses %j", (args, message) => {
  expect(() => read(...args)).toThrow(message)
})

it("names each SKU that the store does not have, so that a misspelled one is not passed over", () => {
  const found = [{ sku: "MUG-1" }]
  expect(skusLeft(["MUG-1", "MGU-1"], found)).toEqual(["MGU-1"])
  expect(skusLeft(["all"], found)).toEqual([])
})
