import { marketOf } from "../../markets/markets"
import { checkLabel, type LabelContext } from "../../updates/shipment/packages"
import { checkTrackingNumber, normalizeTrackingNumber } from "../tracking-number"
import { SAMPLES } from "./tracking-samples"

const IDS = { purchaseOrderId: "1799999999001", customerOrderId: "200012345678901" }

function check(raw: string, carrier: string | null, strictness: "strict" | "lenient" = "strict") {
  return checkTrackingNumber({ raw, carrier, strictness, ...IDS, market: marketOf("us") })
}

function codes(raw: string, carrier: string | null, strictness?: "strict" | "lenient") {
  return check(raw, carrier, strictness).problems.map(({ code }) => code)
}

const UPS = "1Z999AA10123456784"

describe("what was entered as a tracking number", () => {
  it.each([
    "HELLO WORLD",
    "IN TRANSIT",
    "LABEL CREATED",
    "hello",
    "see below",
    "вторник",
    "UPS",
    "—tomorrow—",
  ])("is refused without a digit, for every carrier and strictness: %s", (raw) => {
    for (const carrier of ["UPS", "USPS", "DHL", "Sendle", "Acme Parcel", null]) {
      expect(codes(raw, carrier)).toEqual(["tracking_number_no_digit"])
      expect(codes(raw, carrier, "lenient")).toEqual(["tracking_number_no_digit"])
    }
  })

  it.each([
    ["FedEx", "986578788855 799531274483"],
    ["FedEx", "986578788855 - 799531274483"],
    ["FedEx", "986578788855799531274483"],
    ["FedEx", "986578788855, 799531274483"],
    ["FedEx", "986578788855/799531274483"],
    ["FedEx", "986578788855;799531274483"],
    ["FedEx", "986578788855 & 799531274483"],
    ["FedEx", "986578788855 and 799531274483"],
    ["FedEx", "986578788855\n799531274483"],
    ["UPS", "1Z999AA10123456784 1Z410E7W0392751591"],
    ["UPS", "1Z999AA101234567841Z410E7W0392751591"],
    ["UPS", "1Z999AA10123456784 9400111206206406260787"],
    ["USPS", "9400 1112 0620 6406 2607 87 9405803699300124287899"],
    ["DHL Ecommerce - US", "GM295117494011169042 GM2951173225174494"],
    ["USPS", "3318810025 8487135506"],
    ["Acme Parcel", "986578788855 799531274483"],
    ["Acme Parcel", "986578788855 799531274484"],
    ["Acme Parcel", "AC12345678, AC12345679"],
    [null, "YT2229521272164446YT2229521272164447"],
  ])("is one number per package under %s: %j", (carrier, raw) => {
    expect(codes(raw, carrier)).toEqual(["tracking_number_several"])
    expect(codes(raw, carrier, "lenient")).toEqual(["tracking_number_several"])
  })

  it.each([
    ["GM2951173225174494 UPS", "GM2951173225174494"],
    ["UPS 1Z999AA10123456784", UPS],
    ["UPS1Z999AA10123456784", UPS],
    ["UPS: 1Z 999 AA1 01 2345 6784", UPS],
    ["UPS Ground 1Z999AA10123456784", UPS],
    ["tracking 1Z999AA10123456784", UPS],
    ["Tracking #: 1Z999AA10123456784", UPS],
    ["Tracking Number 1Z999AA10123456784", UPS],
    ["1Z999AA10123456784 UPS", UPS],
    ["1Z999AA10123456784 (UPS Ground)", UPS],
    ["1Z999AA10123456784UPS", UPS],
    ["UPS-1Z999AA10123456784", UPS],
    ["USPS: 9400 1112 0620 6406 2607 87", "9400111206206406260787"],
    ["US Postal Service 9400111206206406260787", "9400111206206406260787"],
    ["FedEx#986578788855", "986578788855"],
    ["FEDEX986578788855", "986578788855"],
    ["DHL Express 3318810025", "3318810025"],
    ["https://www.ups.com/track?loc=en_US&tracknum=1Z999AA10123456784&requester=ST/", UPS],
    [
      "tools.usps.com https://tools.usps.com/go/x?tLabels=9400111206206406260787",
      "9400111206206406260787",
    ],
  ])("loses a carrier's name, a label or a link around the number: %s", (raw, number) => {
    expect(normalizeTrackingNumber(raw)).toBe(number)
    expect(check(raw, null)).toMatchObject({ number, problems: [], warnings: [] })
  })

  it.each([
    ["Acme 12345678"],
    ["DELIVERED 12345678"],
    ["UPS 12345"],
    ["Sendle S12345ABC"],
    ["12345678 tomorrow"],
    ["1Z999AA10123456784 x2"],
    ["box 1: 1Z999AA10123456784"],
    ["1Z999AA10123456784 return"],
  ])("is refused when a word beside the number cannot be told from it: %s", (raw) => {
    for (const strictness of ["strict", "lenient"] as const) {
      expect(codes(raw, "Acme Parcel", strictness)).toEqual(["tracking_number_surrounded"])
    }
  })

  it("names the number to enter when it can be told", () => {
    expect(check("1Z999AA10123456784 x2", "UPS").problems[0].remedy).toBe(`Enter ${UPS} alone.`)
  })

  it.each([
    "https://ups.com/1",
    "www.fedex.com/track",
    "https://t.17track.net/en#nums=986578788855,799531274483",
  ])("is refused as a link that holds no certain number: %s", (raw) => {
    expect(codes(raw, "UPS")).toEqual(["tracking_number_is_link"])
  })

  it.each([
    ["IZ999AA10123456784", UPS],
    ["lz999AA10123456784", UPS],
    ["1Z999AA1O123456784", UPS],
    ["1Z999AAI0123456784", UPS],
    ["94OO1112O62O64O626O787", "9400111206206406260787"],
  ])("has letters for digits, and the number is suggested: %s", (raw, number) => {
    const [problem] = check(raw, null).problems
    expect(problem).toMatchObject({ code: "tracking_number_look_alike" })
    expect(problem.remedy).toContain(number)
    expect(check(raw, null, "lenient").warnings).toHaveLength(1)
  })

  it.each([
    ["USPS", "986578788855", /FedEx/],
    ["USPS", "0073938000549297", /Canada Post/],
    ["USPS", "C11031500001879", /OnTrac/],
    ["UPS", "ABC12345678", /UPS/],
    ["UPS", "H1234567", /UPS/],
    ["FedEx", "AB12345678", /FedEx/],
    ["FedEx", "3318810", /./],
    ["FDX", "AB12345678", /FedEx/],
    ["USPS First Class Mail", "AB12345678", /USPS/],
    ["UPS", "HELLO123", /UPS/],
  ])("fits a carrier all of whose formats are known: %s %s", (carrier, raw, words) => {
    const [problem] = check(raw, carrier).problems
    expect(problem.message).toMatch(words)
    const lenient = check(raw, carrier, "lenient")
    expect([...lenient.warnings, ...lenient.problems]).toHaveLength(1)
  })

  it.each([
    "PO1799999999001",
    "1799999999001-1",
    "#1799999999001",
    "WM 200012345678901",
    "ORDER1799999999001A",
  ])("is never the order's number with something before or after it: %s", (raw) => {
    for (const carrier of ["UPS", "Acme Parcel", null]) {
      expect(codes(raw, carrier, "lenient")).toEqual(["tracking_number_is_order_number"])
    }
  })

  it("is a published sample in every spelling, when its carrier is chosen", () => {
    for (const { carrier, valid } of SAMPLES) {
      for (const number of valid) {
        const spellings = [number, `${carrier}: ${number}`, `${number} ${carrier}`]
        for (const raw of spellings) expect([raw, ...codes(raw, carrier)]).toEqual([raw])
      }
    }
  })

  it("accepts FedEx SmartPost under both of Walmart's names for FedEx", () => {
    expect(codes("02931503799192766595", "FedEx")).toEqual([])
    expect(codes("02931503799192766595", "FEDEXSP")).toEqual([])
  })
})

describe("a label of Amazon's own delivery", () => {
  const context: LabelContext = { ...IDS, market: marketOf("us"), strictness: "strict" }
  const link = "https://track.amazon.com/tracking/TBA333656997000"

  it.each([
    ["by its number", { trackingNumber: "TBA333656997000", trackingUrl: null }, null],
    ["by its number with its link", { trackingNumber: "TBA333656997000", trackingUrl: link }, null],
    ["under another name", { trackingNumber: "TBM333656997000", trackingUrl: null }, "UPS"],
    ["by its link", { trackingNumber: "QQ77881234", trackingUrl: link }, null],
    ...[
      "Amazon Logistics",
      "AMZL",
      "Amazon",
      "AMZL_US",
      "amazon-logistics-us",
      "Amazon Shipping",
    ].map((name): [string, { trackingNumber: string; trackingUrl: string }, string] => [
      `by the name ${name}`,
      { trackingNumber: "QQ77881234", trackingUrl: "https://track.example.com/1" },
      name,
    ]),
  ])("is refused %s, with what to do", (_, label, chosen) => {
    const { problems } = checkLabel(label, { ...context, chosen })
    expect(problems).toMatchObject([{ code: "carrier_prohibited" }])
    expect(problems[0].remedy).toMatch(/Block Amazon Logistics.*MCF.*another carrier/)
  })

  it("is a warning where numbers are checked leniently", () => {
    const label = { trackingNumber: "TBA333656997000", trackingUrl: link }
    const { problems, warnings } = checkLabel(label, { ...context, strictness: "lenient" })
    expect(problems).toEqual([])
    expect(warnings).toMatchObject([{ code: "carrier_prohibited" }])
  })

  it("does not stop another carrier's parcel from Amazon's warehouse", () => {
    const label = { trackingNumber: UPS, trackingUrl: link }
    expect(checkLabel(label, context)).toMatchObject({ problems: [], carrier: { carrier: "UPS" } })
  })
})
