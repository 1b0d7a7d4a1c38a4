import { marketOf } from "../../markets/markets"
import { problemText } from "../../common/problem"
import {
  checkTrackingNumber,
  normalizeTrackingNumber,
  recognizeCarrier,
  type TrackingNumberInput,
} from "../tracking-number"
import { SAMPLES } from "./tracking-samples"

const us = marketOf("us")

function check(raw: string, given: Partial<TrackingNumberInput> = {}) {
  return checkTrackingNumber({
    raw,
    purchaseOrderId: "1799999999001",
    customerOrderId: "200012345678901",
    strictness: "strict",
    ...given,
  })
}

function codes(raw: string, given: Partial<TrackingNumberInput> = {}) {
  return check(raw, given).problems.map((problem) => problem.code)
}

/** The number with another check digit; in an S10 number it stands before the country. */
function mutilated(number: string): string {
  const plain = normalizeTrackingNumber(number)
  const at = /[A-Z]{2}$/.test(plain) ? plain.length - 3 : plain.length - 1
  return `${plain.slice(0, at)}${(Number(plain[at]) + 1) % 10}${plain.slice(at + 1)}`
}

describe.each(SAMPLES)(
  "$format numbers",
  ({ carrier, recognized, valid, wrong, hasCheckDigit }) => {
    it.each(valid)(`accepts %s under ${carrier}`, (number) => {
      expect(check(number, { carrier })).toMatchObject({ problems: [], warnings: [] })
    })

    it.each(valid)(`recognizes %s as [${recognized.join(", ")}]`, (number) => {
      expect(recognizeCarrier(number, us)).toEqual(recognized)
    })

    const twins = hasCheckDigit ? [...valid.map(mutilated), ...wrong] : wrong
    for (const number of twins) {
      it(`refuses ${number} under ${carrier}`, () => {
        expect(check(number, { carrier }).problems).toHaveLength(1)
      })
    }
  }
)

describe("normalizeTrackingNumber", () => {
  it.each([
    ["spaces and hyphens", " 1z 999-aa1 0123-456784 "],
    ["no-break spaces", "1Z\u00a0999AA1\u202f0123456784"],
    ["typographic dashes", "1Z–999AA1—0123‑456784"],
    ["minus signs", "1Z\u2212999AA10123456784"],
    ["invisible characters of copied text", "\ufeff1Z\u200b999AA1\u00ad0123\u202a456784\u202c"],
    ["tabs and line ends", "\t1Z999AA10123456784\r\n"],
  ])("drops %s", (_, raw) => {
    expect(normalizeTrackingNumber(raw)).toBe("1Z999AA10123456784")
  })
})

describe("checkTrackingNumber", () => {
  it.each(["", "   ", "\u200b\t"])("refuses nothing at all: %j", (raw) => {
    expect(codes(raw)).toEqual(["tracking_number_missing"])
  })

  it.each([
    "#",
    "-",
    "—",
    "...",
    "?",
    "n/a",
    "N.A.",
    "na",
    "none",
    "None",
    "tbd",
    "pending",
    "0",
    "00000000",
    "0000000000",
    "xxxxxxxx",
    "1234567",
    "123456",
    "12345678",
    "123456789012",
    "0123456789",
    "987654321",
    "test",
    "TEST123",
    "testing",
    "no tracking",
    "tracking number",
    "track123",
    "1Z0000000000000000",
    "9400000000000000000000",
    "not available",
  ])("refuses the placeholder %j", (raw) => {
    expect(codes(raw)).toEqual(["tracking_number_placeholder"])
  })

  it.each([
    "1Z999AA1_0123456784",
    "94001.1120620640",
    "№12345678",
    "１２３４５６７８９",
    "日本12345678",
  ])("refuses special characters: %s", (raw) => {
    expect(codes(raw)).toEqual(["tracking_number_characters"])
  })

  it("refuses numbers that are too short or too long", () => {
    expect(codes("AB12345")).toEqual(["tracking_number_too_short"])
    expect(codes("AB123456")).toEqual([])
    expect(codes("AB12345678901234567890123456789012345673")).toEqual([])
    expect(codes("AB123456789012345678901234567890123456735")).toEqual(["tracking_number_too_long"])
  })

  it("refuses the order's own numbers, also when they are written with spaces", () => {
    expect(codes("1799999999001")).toEqual(["tracking_number_is_order_number"])
    expect(codes("2000 1234 5678 901")).toEqual(["tracking_number_is_order_number"])
  })

  it("says what is wrong, with which value, and what to do", () => {
    const [problem] = check("1Z999AA10123456785", { carrier: "UPS" }).problems
    expect(problem).toMatchObject({ field: "tracking_number", value: "1Z999AA10123456785" })
    expect(problemText(problem)).toBe(
      '"1Z999AA10123456785" is not a valid UPS tracking number: a character is wrong, missing or extra. Compare it with the label and correct it, or choose another carrier.'
    )
  })

  it("lets a wrong check digit pass with a warning when it is told to be lenient", () => {
    const result = check("1Z999AA10123456785", { carrier: "UPS", strictness: "lenient" })
    expect(result.problems).toEqual([])
    expect(result.warnings.map((warning) => warning.code)).toEqual(["tracking_number_check_digit"])
  })

  it("refuses placeholders and special characters even when it is lenient", () => {
    expect(codes("pending", { strictness: "lenient" })).toEqual(["tracking_number_placeholder"])
    expect(codes("AB_1234567", { strictness: "lenient" })).toEqual(["tracking_number_characters"])
  })

  it.each([
    ["a UPS number", "1Z999AA10123456785", null],
    ["a UPS number under another carrier", "1Z999AA10123456785", "FedEx"],
    ["a USPS number under an unlisted carrier", "9400111206206406260788", "Acme Parcel"],
  ])("refuses %s whose check digit is wrong, whoever was chosen", (_, raw, carrier) => {
    expect(codes(raw, { carrier })).toEqual(["tracking_number_check_digit"])
  })

  it.each(["1Z999AA1012345678", "1Z999AA101234567844"])(
    "refuses a miscounted UPS number: %s",
    (raw) => {
      expect(codes(raw, { carrier: "UPS" })).toEqual(["tracking_number_check_digit"])
    }
  )

  it.each(["940011120620640626078", "94001112062064062607877"])(
    "refuses a miscounted USPS number: %s",
    (raw) => {
      expect(codes(raw, { carrier: "USPS" })).toEqual(["tracking_number_check_digit"])
    }
  )

  it("refuses a UPS number when FedEx was chosen", () => {
    const [problem] = check("1Z999AA10123456784", { carrier: "FedEx" }).problems
    expect(problem.code).toBe("tracking_number_other_carrier")
    expect(problem.message).toBe(
      '"1Z999AA10123456784" looks like a number of UPS, but the carrier chosen is FedEx.'
    )
  })

  it.each([
    ["UPS", "9400111206206406260787"],
    ["USPS", "YT2229521272164446"],
    ["UPS", "TBA502887274001"],
    ["Acme Parcel", "1Z999AA10123456784"],
  ])("refuses another carrier's unmistakable number under %s: %s", (carrier, raw) => {
    expect(codes(raw, { carrier })).toEqual(["tracking_number_other_carrier"])
  })

  it("only warns where another carrier is likely but not certain", () => {
    const result = check("RB123456785US", { carrier: "OnTrac" })
    expect(result.problems).toEqual([])
    expect(result.warnings.map((warning) => warning.code)).toEqual([
      "tracking_number_other_carrier",
    ])
  })

  it("warns when a listed carrier's digits would go under a carrier Walmart does not list", () => {
    const result = check("986578788855", { carrier: "Acme Parcel" })
    expect(result.problems).toEqual([])
    expect(result.warnings[0].message).toContain("looks like a number of FedEx")
  })

  it.each([
    ["UPS", "9261292700768711948021"],
    ["FedEx", "9261292700768711948021"],
    ["UPSMI", "9261292700768711948021"],
    ["FedEx", "9400111206206406260787"],
    ["OSM Worldwide", "9400111206206406260787"],
    ["YunExpress", "9400111206206406260787"],
    ["USPS", "RB123456785GB"],
    ["Yanwen", "RB123456786CN"],
    ["OnTrac", "1LS717793482164"],
    ["UPS", "986578788855"],
    ["FedEx", "61299998820821171811"],
    ["FDX", "986578788855"],
    ["FEDEXSP", "9261292700768711948021"],
    ["Sendle", "S12345ABC"],
    ["Acme Parcel", "AC123456"],
    [null, "AC123456789"],
    ["ESTES", "0123456784"],
  ])("lets ambiguous and unknown numbers pass under %s: %s", (carrier, raw) => {
    expect(check(raw, { carrier })).toMatchObject({ problems: [], warnings: [] })
  })

  it("finds the chosen carrier by an alias too", () => {
    expect(codes("996578788855", { carrier: "fedex ground" })).toEqual([
      "tracking_number_check_digit",
    ])
  })

  it("names the carriers the number could belong to, as the market calls them", () => {
    expect(check("1z 999aa1 0123456784").recognized).toEqual(["UPS"])
    expect(check("7035114477138472", { market: marketOf("ca") }).recognized).toEqual(["CPC"])
    expect(check("986578788855", { market: marketOf("mx") }).recognized).toEqual(["MX-FEDX"])
  })

  it("recognizes nothing where Walmart lists no carriers or not this one", () => {
    expect(recognizeCarrier("1Z999AA10123456784", marketOf("cl"))).toEqual([])
    expect(recognizeCarrier("TBA502887274001", us)).toEqual([])
    expect(recognizeCarrier("GFUS01011884214464", marketOf("ca"))).toEqual([])
  })
})
