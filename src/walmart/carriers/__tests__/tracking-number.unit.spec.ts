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
    ["quotes", '"1Z999AA10123456784"'],
    ["quotes of a word processor", "“1Z999AA10123456784”"],
    ["what keeps a number a text in a spreadsheet", '="1Z999AA10123456784"'],
    ["an apostrophe", "'1Z999AA10123456784"],
    ["a comma behind it", "1Z999AA10123456784,"],
    ["a full stop behind it", "1Z999AA10123456784."],
    ["brackets", "(1Z999AA10123456784)"],
    ["a number sign", "#1Z999AA10123456784"],
    ["marks of a bar code font", "*1Z999AA10123456784*"],
    ["what a scanner says of the bar code", "]C01Z999AA10123456784"],
    ["control characters of a scanner", "\u00021Z999AA10123456784\u0003\u0000"],
    ["a variation selector", "1Z999AA10123456784\ufe0f"],
    ["ignorable characters", "1Z999AA1\u034f0123\u3164456784"],
    ["the width of East Asian letters", "１Ｚ９９９ＡＡ１０１２３４５６７８４"],
    ["dots between its groups", "1Z.999.AA1.01.2345.6784"],
    ["dots with spaces", "1Z 999. AA1. 01. 2345. 6784"],
    ["raised dots", "1Z·999·AA1·01·2345·6784"],
    ["a label before its dots", "Tracking no.: 1Z.999.AA1.01.2345.6784"],
    ["a carrier's name before its dots", "UPS 1Z.999.AA1.01.2345.6784"],
    ["Arabic digits", "١Z٩٩٩AA١٠١٢٣٤٥٦٧٨٤"],
    ["Persian digits", "۱Z۹۹۹AA۱۰۱۲۳۴۵۶۷۸۴"],
    ["digits of Devanagari", "१Z९९९AA१०१२३४५६७८४"],
    ["Thai digits", "๑Z๙๙๙AA๑๐๑๒๓๔๕๖๗๘๔"],
    ["bold letters and digits of mathematics", "𝟏𝐙𝟗𝟗𝟗𝐀𝐀𝟏𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟒"],
    ["letters and digits of a typewriter", "𝟷𝚉𝟿𝟿𝟿𝙰𝙰𝟷𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟺"],
  ])("drops %s", (_, raw) => {
    expect(normalizeTrackingNumber(raw)).toBe("1Z999AA10123456784")
  })
})

describe("what is written as numbers of another kind are", () => {
  const KINDS: [string, RegExp][] = [
    ["11434-1234", /written like a postal code/],
    ["11434–1234", /written like a postal code/],
    ["555-123-4567", /written like a phone number/],
    ["1-800-555-1234", /written like a phone number/],
    ["001-555-123-4567", /written like a phone number/],
    ["S02-1234567-1234567", /written like an order number of Amazon/],
    ["555.123.4567", /written like a phone number|contains "\."/],
    ["55-1234-5678", /written like a phone number/],
    ["111-1234567-1234567", /written like an order number of Amazon/],
  ]

  it.each(KINDS)("is refused where the carrier has other forms: %s", (raw, words) => {
    for (const carrier of ["OnTrac", "LS", "UniUni", "GOFO", "YunExpress", "DHL Ecommerce - US"]) {
      expect([carrier, check(raw, { carrier }).problems]).toMatchObject([
        carrier,
        [{ message: expect.stringMatching(words) }],
      ])
      const { problems, warnings } = check(raw, { carrier, strictness: "lenient" })
      expect([...problems, ...warnings]).toHaveLength(1)
    }
  })

  it.each(KINDS)("is doubted where the carrier's forms are not known: %s", (raw, words) => {
    for (const [carrier, code] of [
      ["Acme Parcel", "us"],
      ["PITT OHIO", "us"],
      ["PCLINT", "ca"],
      ["Estafeta", "mx"],
      ["Starken", "cl"],
    ] as const) {
      const { problems, warnings } = check(raw, { carrier, market: marketOf(code) })
      expect([...problems, ...warnings]).toMatchObject([{ message: expect.stringMatching(words) }])
    }
  })

  it("says how to enter it where it is the label's number all the same", () => {
    const [problem] = check("11434-1234", { carrier: "OnTrac" }).problems
    expect(problem.code).toBe("tracking_number_written_otherwise")
    expect(problem.remedy).toBe(
      "Enter the number from the shipping label. If it is this one, leave out what stands between its digits."
    )
    expect(check("114341234", { carrier: "OnTrac" })).toMatchObject({ problems: [], warnings: [] })
  })

  it.each([
    ["DHL", "331-881-0025"],
    ["DHL", "33-1881-0025"],
    ["DHL", "33 1881 0025"],
    ["Estes Express", "012-3456784"],
    ["XPO Logistics", "478-129632"],
    ["XPO Logistics", "4781-29632"],
    ["Yellow Freight Sys", "123-456790-1"],
    ["RL Carriers", "I12345679-0"],
    ["Acme Parcel", "9865-7878-8856"],
    ["Acme Parcel", "AC1-234-5678"],
  ])("is not what numbers of %s are in groups: %s", (carrier, raw) => {
    expect(check(raw, { carrier })).toMatchObject({ problems: [], warnings: [] })
  })

  it.each([
    ["Estes Express", "555-123-4567"],
    ["SAIA", "1-800-555-1234"],
    ["UPS", "325-102-6119"],
  ])("is never refused under %s, whose numbers are digits without a check: %s", (carrier, raw) => {
    const { problems, warnings } = check(raw, { carrier })
    expect(problems).toEqual([])
    expect(warnings).toHaveLength(1)
  })
})

describe("a number that a spreadsheet wrote", () => {
  it.each([
    ["with decimals", "986578788855.0", "986578788855"],
    ["with more decimals", "986578788855.00", "986578788855"],
    ["in thousands", "986.578.788.855", "986578788855"],
    ["as a text with decimals", "'986578788855.0", "986578788855"],
  ])("is the number alone: %s", (_, raw, number) => {
    expect(check(raw, { carrier: "FedEx" })).toMatchObject({ number, problems: [], warnings: [] })
  })

  it.each(["9.4001E+21", "9,4001E+21", "9.86579E+11", "94001E+17"])(
    "is none where its digits are lost: %s",
    (raw) => {
      for (const carrier of ["USPS", "OnTrac", "Acme Parcel", null]) {
        expect(codes(raw, { carrier, strictness: "lenient" })).toHaveLength(1)
      }
    }
  )
})

describe("a number with signs or letters that none has", () => {
  it.each([
    ["UPS", "1Z_999_AA1_01_2345_6784", "1Z999AA10123456784"],
    ["UPS", "1Z,999,AA1,01,2345,6784", "1Z999AA10123456784"],
    ["UPS", "1Z/999/AA1/01/2345/6784", "1Z999AA10123456784"],
    ["UPS", "1Z:999:AA1:01:2345:6784", "1Z999AA10123456784"],
    ["UPS", "1Z999AA10123_456784", "1Z999AA10123456784"],
    ["UPS", "1Z999АА10123456784", "1Z999AA10123456784"],
    ["UPS", "1Ζ999ΑΑ10123456784", "1Z999AA10123456784"],
    ["USPS", "9400.1112.0620_6406.2607.87", "9400111206206406260787"],
    ["USPS", "RВ123456785US", "RB123456785US"],
    ["UPS", "MI87.0025.3842.6927.48", "MI8700253842692748"],
    ["FedEx", "DT50.4569.7151.01", "DT504569715101"],
    ["DHL", "33,1881,0025", "3318810025"],
    ["Acme Parcel", "АС12345678", "AC12345678"],
    ["Acme Parcel", "ас12345678", "AC12345678"],
  ])("is refused under %s, and the number is suggested: %s", (carrier, raw, number) => {
    for (const strictness of ["strict", "lenient"] as const) {
      const [problem] = check(raw, { carrier, strictness }).problems
      expect(problem.code).toBe("tracking_number_characters")
      expect(problem.remedy).toBe(
        `Compare it with the label, and enter ${number} if that is what it says.`
      )
    }
  })

  it("says that a letter is one of another alphabet, which nobody sees", () => {
    const [problem] = check("1Z999АА10123456784", { carrier: "UPS" }).problems
    expect(problem.message).toBe(
      'The tracking number "1Z999АА10123456784" contains "А" of another alphabet, which looks like the letter A.'
    )
  })

  it.each(["94001.1120620640", "AB_1234567", "日本12345678", "номер12345678"])(
    "is refused without a suggestion where nothing is certain: %s",
    (raw) => {
      const [problem] = check(raw, { carrier: "Acme Parcel" }).problems
      expect(problem.remedy).toMatch(/^Enter/)
    }
  )
})

describe("a scanned or printed bar code", () => {
  it.each([
    ["USPS", "]C1420941079400111206206406260787", "420941079400111206206406260787"],
    ["USPS", "42094107\u001d9400111206206406260787", "420941079400111206206406260787"],
    ["USPS", "{FNC1}42094107<GS>9400111206206406260787", "420941079400111206206406260787"],
    ["USPS", "42094107\u241d9400111206206406260787\u0004", "420941079400111206206406260787"],
    ["USPS", "(420)94107(94)00111206206406260787", "420941079400111206206406260787"],
    ["USPS", "(420) 94107 9400 1112 0620 6406 2607 87", "420941079400111206206406260787"],
    ["FedEx", "(96)11020987654312345672", "9611020987654312345672"],
    ["FedEx", "(9611020)9876543 12345672", "9611020987654312345672"],
    ["DHL", "(J)JD01 4600 0038 8983 4467", "JJD014600003889834467"],
  ])("is the number without its marks, for %s: %j", (carrier, raw, number) => {
    expect(check(raw, { carrier })).toMatchObject({ number, problems: [] })
  })

  it.each(["(555) 123-4567", "(917) 555-1234", "(212)5551234"])(
    "is not what a phone number in brackets is: %s",
    (raw) => {
      for (const carrier of ["UPS", "FedEx", "Acme Parcel"]) {
        expect(codes(raw, { carrier })).toHaveLength(1)
      }
    }
  )
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
    "unknown12",
    "pending12345",
    "PENDING 1",
    "TBD00000",
    "TBD12345678",
    "TBA12345678",
    "notrackingyet1",
    "NOTRACKING1",
    "no tracking number yet 2",
    "waiting4label",
    "ORDER1001",
    "order no 1001",
    "PO 12345678",
    "manual-20261130",
    "1234512345",
    "121212121212",
    "4321432143214321",
    ...["00000001", "0000000001", "100000000", "NA000000", "XX1111111", "xxxx1111", "qwerty123"],
    ...[
      "pendiente1",
      "prueba123",
      "PRUEBA 1",
      "sinGuia1",
      "sin guía 123",
      "por definir 1",
      "por confirmar 2",
    ],
    ...[
      "no aplica 1",
      "sin número 1",
      "en attente 1",
      "à venir 2",
      "essai1",
      "inconnu 12",
      "aucun suivi 1",
    ],
    ...[
      "87654321",
      "23456789",
      "345678901234",
      "XXXXXXXX1234",
      "1234XXXX",
      "9400 1xxx xxxx xxxx xxxx 12",
    ],
    ...[
      "SKU-12345",
      "SKU12345678",
      "INV-2026-0012",
      "invoice 20260012",
      "UPC036000291452",
      "RMA-12345678",
    ],
    ...["abcd1234", "qwer1234", "hello123", "foobar12", "password123", "admin123", "customer123"],
    ...["Rechnung 2026001", "factura 12345678", "pedido 1001", "commande 1001", "Bestellung 1001"],
    ...["Kunde 12345678", "phone 5551234567", "tel 5551234567", "orderid12345678"],
    ...["ausstehend1", "folgt1", "unbekannt 1", "ohne Sendungsnummer 1", "keine 1"],
    ...[
      "2026-11-30",
      "2026/11/30",
      "30.11.2026",
      "11-30-2026",
      "11/30/2026",
      "2026-11-30T12:00:00Z",
      ...["20261130T120000", "20261130T120000Z", "30-Nov-2026", "30NOV2026", "11-30-26 5pm"],
    ],
  ])("refuses the placeholder %j", (raw) => {
    expect(codes(raw)).toEqual(["tracking_number_placeholder"])
  })

  it.each(["1Z999AA1_0123456784", "94001.1120620640", "№12345678", "½½½½½½½½", "日本12345678"])(
    "refuses special characters: %s",
    (raw) => {
      expect(codes(raw)).toEqual(["tracking_number_characters"])
    }
  )

  it.each(["٠١٢٣٤٥٦٧٨٩", "१२३४५६७८", "𝟎𝟎𝟎𝟎𝟎𝟎𝟎𝟎"])(
    "refuses a placeholder in the digits of any script: %s",
    (raw) => {
      expect(codes(raw)).toEqual(["tracking_number_placeholder"])
    }
  )

  it.each(["pendiente", "prueba", "sin guía", "por definir", "en attente", "ausstehend", "未定"])(
    "refuses a word without a digit in the admin's languages: %s",
    (raw) => {
      expect(codes(raw)).toHaveLength(1)
    }
  )

  it.each(["+1 555 123 4568", "+15551234568", "+52 55 1234 5678", "+56 (2) 2345 6788"])(
    "refuses a phone number with its country: %s",
    (raw) => {
      for (const strictness of ["strict", "lenient"] as const) {
        expect(codes(raw, { carrier: "Acme Parcel", strictness })).toEqual([
          "tracking_number_characters",
        ])
      }
    }
  )

  it.each([
    ["+4012345678901", "4012345678901"],
    ["10-11-12 345678", "101112345678"],
    ["20261130", "20261130"],
    ["NOV20261130", "NOV20261130"],
  ])("takes %s for no phone number and no day", (raw, number) => {
    expect(check(raw, { carrier: "Acme Parcel" })).toMatchObject({ number, problems: [] })
  })

  it("takes no published number for a placeholder, nor one with a word glued on to it", () => {
    for (const { valid, hasCheckDigit } of SAMPLES) {
      for (const number of valid) {
        expect([number, ...codes(number)]).not.toContain("tracking_number_placeholder")
        if (!hasCheckDigit) continue
        expect(codes(`pending ${number}`)).not.toContain("tracking_number_placeholder")
      }
    }
    for (const number of [
      ...["TBA502887274001", "PO12345678X", "NA12345678", "NIL12345678"],
      ...["UPCX12345678", "ABCD12E45678", "XXA12345678", "23456780"],
    ]) {
      expect(codes(number)).not.toContain("tracking_number_placeholder")
    }
  })

  it("knows the order's number behind a word, and no number of an order that has none", () => {
    expect(codes("PO 1799999999001")).toEqual(["tracking_number_is_order_number"])
    expect(codes("#", { purchaseOrderId: "", customerOrderId: "" })).toEqual([
      "tracking_number_placeholder",
    ])
  })

  it("refuses numbers that are too short or too long", () => {
    expect(codes("AB12345")).toEqual(["tracking_number_too_short"])
    expect(codes("AB123456")).toEqual([])
    expect(codes("AB12345678901234567890123456789012345673")).toEqual([])
    expect(codes("AB123456789012345678901234567890123456735")).toEqual(["tracking_number_too_long"])
  })

  it("takes shorter numbers only of a carrier that has them", () => {
    expect(codes("S3ND73", { carrier: "Sendle" })).toEqual([])
    expect(codes("S3ND73", { carrier: "Acme Parcel" })).toEqual(["tracking_number_too_short"])
  })

  it("refuses the order's own numbers, also when they are written with spaces", () => {
    expect(codes("1799999999001")).toEqual(["tracking_number_is_order_number"])
    expect(codes("2000 1234 5678 901")).toEqual(["tracking_number_is_order_number"])
  })

  it("says what is wrong, with which value, and what to do", () => {
    const [problem] = check("1Z999AA10123456785", { carrier: "UPS" }).problems
    expect(problem).toMatchObject({ field: "tracking_number", value: "1Z999AA10123456785" })
    expect(problemText(problem).text).toBe(
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
    ["Xindus", "9400111206206406260787"],
    ["Exelot", "9400111206206406260787"],
    ["Seko Worldwide", "9400111206206406260787"],
    ["Aramex", "9400111206206406260787"],
    ["UPS", "MI1234567890123456789012"],
    // Mail Innovations in UPS's tracking guides.
    ["UPS", "9102084383041101186729"],
    ["FedEx", "DT123456789012"],
    ["USPS", "RB123456785GB"],
    ["Yanwen", "RB123456786CN"],
    ["OnTrac", "1LS717793482164"],
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

  it.each([
    ["UPS", "986578788855", /looks like a number of FedEx, but the carrier chosen is UPS/],
    ["UPS", "3318810025", /looks like a number of DHL or Estes Express/],
    ["FedEx", "3318810025", /looks like a number of DHL or Estes Express/],
    ["FedEx", "60120172242323", /no check digit that makes it a number of FedEx/],
    ["FDX", "212-555-1234", /looks like a number of DHL/],
    ["UPS", "11434-1234", /no check digit that makes it a number of UPS/],
    // Freight of origin and air freight in UPS's tracking guides.
    ["UPS", "3251026119", /phone numbers/],
    ["UPS", "5548789114", /phone numbers/],
    ["USPS", "8212345678", /no check digit/],
  ])(
    "never refuses digits that only a rare form of %s takes in, but says so: %s",
    (carrier, raw, words) => {
      for (const strictness of ["strict", "lenient"] as const) {
        const { problems, warnings } = check(raw, { carrier, strictness })
        expect(problems).toEqual([])
        expect(warnings).toMatchObject([{ message: expect.stringMatching(words) }])
      }
    }
  )

  it.each(["ca", "mx"] as const)(
    "takes numbers of carriers that %s does not list under the site that tracks those of all carriers",
    (code) => {
      const given = { carrier: "17Track", market: marketOf(code) }
      for (const raw of [
        "YT2229521272164446",
        "LTN74207623N1",
        "UUS0570455416253",
        "RB123456785CN",
      ]) {
        expect(check(raw, given)).toMatchObject({ number: raw, problems: [], warnings: [] })
      }
      const [problem] = check("1Z999AA10123456784", given).problems
      expect(problem.code).toBe("tracking_number_other_carrier")
    }
  )

  it("does not doubt digits that a store added for the carrier itself", () => {
    const market = marketOf("us", { carrierNumbers: { UPS: ["3\\d{9}"] } })
    expect(check("3251026119", { carrier: "UPS", market }).warnings).toEqual([])
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
