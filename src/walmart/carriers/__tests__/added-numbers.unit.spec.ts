import { patternFault } from "../added-numbers"
import { resolveCarrier } from "../carriers"
import { marketOf } from "../../markets/markets"
import { checkTrackingNumber } from "../tracking-number"

const IDS = { purchaseOrderId: "1799999999001", customerOrderId: "200012345678901" }

const market = marketOf("us", {
  carriers: ["Gofast"],
  carrierNumbers: {
    Gofast: ["GFAS\\d{14}", "Z\\d{11}", "\\d{13}"],
    UPS: ["9\\d{17}"],
  },
})

function resolve(trackingNumber: string) {
  return resolveCarrier({ trackingNumber, market })
}

function check(raw: string, carrier: string) {
  return checkTrackingNumber({ raw, carrier, ...IDS, market, strictness: "strict" })
}

describe("formats that a store adds", () => {
  it("make a carrier that Walmart lists by now known by its numbers, without a link", () => {
    expect(resolve("GFAS01011884214464")).toEqual({
      choice: { carrier: "Gofast" },
      source: "number",
    })
    expect(resolve("z 0101 188 4214")).toMatchObject({ choice: { carrier: "Gofast" } })
    expect(check("GFAS01011884214464", "Gofast")).toMatchObject({ problems: [], warnings: [] })
  })

  it("keep plain digits a question", () => {
    expect(resolve("1799999999123")).toMatchObject({
      code: "carrier_unknown",
      message: expect.stringContaining("looks like Gofast"),
    })
  })

  it("refuse such a number under another carrier", () => {
    expect(check("GFAS01011884214464", "UPS").problems).toMatchObject([
      { code: "tracking_number_other_carrier" },
    ])
  })

  it("extend a carrier all of whose formats are known", () => {
    expect(check("912345678901234567", "UPS").problems).toEqual([])
    expect(check("812345678901234567", "UPS").problems).toHaveLength(1)
  })

  it("come with sites whose links tell the carrier", () => {
    const carrierSites = { Gofast: ["gofast.example"] }
    const market = marketOf("us", { carriers: ["Gofast"], carrierSites })
    const question = { trackingNumber: "1234567890123", market }
    const resolve = (trackingUrl: string) => resolveCarrier({ ...question, trackingUrl })
    expect(resolve("https://track.gofast.example/1")).toMatchObject({
      choice: { carrier: "Gofast" },
      source: "link",
    })
    expect(resolve("https://notgofast.example/1")).not.toMatchObject({ source: "link" })
  })

  it("leave other stores' numbers alone", () => {
    const us = marketOf("us")
    expect(us.carrierNumbers).toEqual({})
    expect(us.carrierSites).toEqual({})
    expect(resolveCarrier({ trackingNumber: "GFAS01011884214464", market: us })).toMatchObject({
      code: "carrier_unknown",
    })
  })
})

describe("patternFault", () => {
  it.each([
    "GFUS\\d{14}",
    "^UUS[0-9A-Z]{10,18}$",
    "1LS[A-Z][0-9A-Z]{11}",
    "\\d{12}",
    "ABC\\d{8}X?",
  ])("allows %s", (pattern) => {
    expect(patternFault(pattern)).toBeNull()
  })

  it.each([
    ["", /0 to 0 characters, must be 8 to 40/],
    ["AB\\d{4}", /6 to 6 characters/],
    ["\\d{41}", /41 to 41 characters/],
    ["gfus\\d{14}", /capital letters/],
    ["GFUS.*", /capital letters/],
    ["(A|B)\\d{10}", /capital letters/],
    ["(\\d+)+$", /capital letters/],
    ["\\d{10", /capital letters/],
    ["[Z-A]\\d{10}", /capital letters/],
    ["\\d{12,10}", /capital letters/],
    ["\\d{2,9}\\d{2,9}\\d{2,9}\\d{4}", /3 parts of open length, at most 2/],
  ])("says what is wrong with %j", (pattern, fault) => {
    expect(patternFault(pattern)).toMatch(fault)
  })
})
