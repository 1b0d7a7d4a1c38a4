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
    ["UPS", '"1Z999AA10123456784","1Z410E7W0392751591"'],
    ["FedEx", "９８６５７８７８８８５５，７９９５３１２７４４８３"],
    [null, "YT2229521272164446YT2229521272164447"],
    ["UPS", "MI1234561234567890 K150 6235 620"],
    ["UPS", "MI1234561234567890 then K1506235620"],
    ["4PX", "4PX3000123456789CN 4PX3 0012 0891 2345 CN"],
    ["4PX", "4PX3 0001 2345 6789 CN 4PX3 0012 0891 2345 CN"],
    ["Estes Express", "0123 4567 84 e 1871 2345 67"],
    ["XPO Logistics", "478129632 4781 2964 5"],
    ["SAIA", "10012345678 1098 7654 321"],
    ["Acme Parcel", "AC12 3456 78\tAC12345679"],
    ["Acme Parcel", "AC12 3456 78 AC12345679"],
    ["Acme Parcel", "986578788855 DT12 3456 7890 12"],
    ["Sendle", "S3ND73 S3ND74"],
    ["Sendle", "S3ND73 SNFJJ3"],
    ["Sendle", "S3ND73,S3ND74"],
    ["Sendle", "S3ND73/SNFJJ3"],
    ["Sendle", "S3ND73S3ND74"],
    ["Meyer Distribution", "7654321 7654322"],
    ["Meyer Distribution", "765431 765432"],
    ["Aramex", "4128374612341283746124"],
    ["Acme Parcel", "AC12345678AC12345679"],
    ["Acme Parcel", "AC12345678AC12345678"],
    ["SF Express", "SF1020304050607SF2938475610293"],
    ["DHL Ecommerce - US", "GM2951173225174494GM2951173225174495"],
    ["UPS", "MI1234561234567890MI1234561234567891"],
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
    ["Your tracking number is 1Z999AA10123456784.", UPS],
    ["Guía: 1Z999AA10123456784", UPS],
    ["Número de rastreo 1Z999AA10123456784", UPS],
    ["N° de suivi : 1Z999AA10123456784", UPS],
    ["No. de guía: 1Z999AA10123456784", UPS],
    ["# de guía 1Z999AA10123456784", UPS],
    ["N.º de seguimiento: 1Z999AA10123456784", UPS],
    ["tracking_number: 1Z999AA10123456784", UPS],
    ["TN: 1Z999AA10123456784", UPS],
    ["UPS 2nd Day Air 1Z999AA10123456784", UPS],
    ["UPS 3 Day Select 1Z999AA10123456784", UPS],
    ["FedEx 2Day 986578788855", "986578788855"],
    ["DHL Express Worldwide 3318810025", "3318810025"],
    ["Sendungsnummer 1Z999AA10123456784", UPS],
    ["USPS CERTIFIED MAIL 9414 8112 0620 6406 2607 89", "9414811206206406260789"],
    ["USPS SIGNATURE TRACKING # 9400 1112 0620 6406 2607 87", "9400111206206406260787"],
    ["USPS REGISTERED MAIL RB123456785US", "RB123456785US"],
    ["AWB 3318810025", "3318810025"],
    ["追跡番号：1Z999AA10123456784", UPS],
    ["ＵＰＳ：１Ｚ９９９ＡＡ１０１２３４５６７８４", UPS],
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
    ...[
      ...["1 of 2", "1of2", "1 de 2", "1 von 2", "1 sur 2"],
      ...[
        "box1",
        "pkg2",
        "caja2",
        "bulto 2",
        "paquete2",
        "colis2",
        "Paket2",
        "2pcs",
        "5kg",
        "10lb",
      ],
    ].map((note) => [`AC123456789 ${note}`]),
    ["1 of 2 AC12345678"],
    ["box1 AC12345678"],
    ["MUG-RED-12OZ"],
    ["blue-shirt-xl-001"],
  ])("is refused when a word beside the number cannot be told from it: %s", (raw) => {
    for (const strictness of ["strict", "lenient"] as const) {
      expect(codes(raw, "Acme Parcel", strictness)).toEqual(["tracking_number_surrounded"])
    }
  })

  it.each(
    [
      "left at door",
      "signature required",
      "2 boxes",
      "x2",
      "delivered",
      "by John",
      "- fragile",
      "12 lbs",
    ].flatMap((note) =>
      [
        ["DHL Ecommerce - US", "GM2951173225174494"],
        ["UniUni", "UUS0570455416253"],
        ["LS", "LX17635036"],
        ["DHL", "3318810025"],
        ["UPS", "MI1234561234567890"],
      ].map(([carrier, number]) => [carrier, `${number} ${note}`])
    )
  )(
    "is refused under %s with a note behind a number, also one of open length: %s",
    (carrier, raw) => {
      for (const strictness of ["strict", "lenient"] as const) {
        expect([
          ...codes(raw, carrier, strictness),
          ...check(raw, carrier, strictness).warnings,
        ]).not.toEqual([])
      }
      expect(codes(raw, carrier)).toHaveLength(1)
    }
  )

  it.each([
    ["UniUni", "UUS 057 045 541 625 3"],
    ["UniUni", "UUS 62M 661 013 330 116 0"],
    ["DHL Ecommerce - US", "GM9E 4460 8A27 9848 66BA 2D"],
    ["UPS", "MI 123456 1234 5678 90"],
    ["4PX", "4P X3 00 01 23 45 67 89 CN"],
    ["Acme Parcel", "AC12 3456 78"],
  ])("may be written in groups under %s: %s", (carrier, raw) => {
    expect(codes(raw, carrier)).toEqual([])
  })

  it.each([
    ["LS", "1LSCXVE0058631Y01"],
    ["OnTrac", "1LSCXVE0058631Y01"],
    ["OnTrac", "1LS72264319420039910"],
    ["YunExpress", "YT22295212721644461"],
    ["GOFO", "GFUS010118842144641"],
    ["LS", "1LSCXVE0058631Y0A1"],
    [null, "YT22295212721644461"],
  ])("may be longer than %s's published numbers, without a break: %s", (carrier, raw) => {
    expect(check(raw, carrier)).toMatchObject({ number: raw, problems: [], warnings: [] })
  })

  it.each([
    ["LS", "1LSCXVE0058631YLS"],
    ["LS", "1LSCXVE0058631Y 01"],
    ["GOFO", "GFUS01011884214464X2"],
    ["GOFO", "GFUS010118842144642X"],
    ["GOFO", "GFUS01011884214464BOX1"],
    ["GOFO", "GFUS010118842144641BOX1"],
    ["UPS", "1Z999AA101234567841234"],
    ["UPS", "GFUS010118842144641"],
    ["Acme Parcel", "YT22295212721644461"],
    ["YunExpress", "YT222952127216444612345678"],
  ])("is not a longer number of %s with junk or another number behind it: %s", (carrier, raw) => {
    expect(codes(raw, carrier, "lenient")).toHaveLength(1)
  })

  it.each([
    ["us", "Estes Express", "PRO 012-3456784", "0123456784"],
    ["us", "XPO Logistics", "PRO# 478-129632", "478129632"],
    ["us", "AAA Cooper", "PRO Number: 64128876", "64128876"],
    ["us", "Acme Parcel", "Tracking number: AC12345678", "AC12345678"],
    ["us", "Sendle", "Tracking number S3ND73", "S3ND73"],
    ["us", "Acme Parcel", "Tracking # AC12 3456 78", "AC12345678"],
    ["ca", "PCLINT", "Purolator PIN: 331234567890", "331234567890"],
    ["ca", "PCLINT", "PIN CGK002345678", "CGK002345678"],
    ["ca", "CPC", "No de repérage 7035 1144 7713 8472", "7035114477138472"],
    ["ca", "CPC", "Nº de suivi 7035 1144 7713 8472", "7035114477138472"],
    ["mx", "Estafeta", "No. de guía 3059999991000600012345", "3059999991000600012345"],
    ["mx", "Estafeta", "Guía de envío: 9911223344", "9911223344"],
    ["mx", "PEXP", "Número de guía: MTY01WE0123456", "MTY01WE0123456"],
    ["cl", "Chilexpress", "Orden de transporte 712345678901", "712345678901"],
    ["cl", "Starken", "Orden de flete N° 987612345", "987612345"],
  ] as const)(
    "loses the words for its number that carriers of %s print, also where its form is unknown: %s, %s",
    (code, carrier, raw, number) => {
      const found = checkTrackingNumber({
        ...{ raw, carrier, strictness: "strict", ...IDS },
        market: marketOf(code),
      })
      expect(found).toMatchObject({ number, problems: [] })
    }
  )

  it.each([
    ["Estes Express", "ESTES0123456784", "0123456784", []],
    ["SAIA", "10012345678SAIA", "10012345678", []],
    ["FedEx", "FEDEXDT123456789012", "DT123456789012", []],
    ["DHL", "DHL3318810026", "3318810026", ["tracking_number_check_digit"]],
    ["DHL", "3318810026DHL", "3318810026", ["tracking_number_check_digit"]],
    ["OnTrac", "ONTRACC11031500001889", "C11031500001889", ["tracking_number_check_digit"]],
    ["UDS", "UDS1234567", "UDS1234567", []],
    ["SpeedX", "SPXLAX00000000001", "SPXLAX00000000001", []],
  ])(
    "loses the name of %s that is glued on to its form, right or wrong: %s",
    (carrier, raw, number, found) => {
      expect(check(raw, carrier).number).toBe(number)
      expect(codes(raw, carrier)).toEqual(found)
    }
  )

  it.each([
    ["DHL", "3318810025RET", "3318810025"],
    ["DHL", "3318810025box2", "3318810025"],
    ["LS", "LX17635036FRAGILE", "LX17635036"],
    ["OnTrac", "C11031500001879copy", "C11031500001879"],
    ["Canada Post", "0073938000549297CAJA1", "0073938000549297"],
    ["Canada Post", "0073938000549297pkg 2", "0073938000549297"],
  ])(
    "is refused under %s with a word glued on to a number of its form: %s",
    (carrier, raw, inside) => {
      for (const strictness of ["strict", "lenient"] as const) {
        const [problem] = check(raw, carrier, strictness).problems
        expect(problem).toMatchObject({ code: "tracking_number_surrounded" })
        expect(problem.remedy).toBe(`Enter ${inside} alone.`)
      }
    }
  )

  it("names the number to enter when it can be told", () => {
    expect(check("1Z999AA10123456784 x2", "UPS").problems[0].remedy).toBe(`Enter ${UPS} alone.`)
  })

  it.each([
    "https://ups.com/1",
    "www.fedex.com/track",
    "https://t.17track.net/en#nums=986578788855,799531274483",
    "https://www.fedex.com/fedextrack/?trknbr=986578788855%2C799531274483",
    "https://www.fedex.com/fedextrack/?trknbr=986578788855,799531274484",
    "https://www.ups.com/track?tracknum=1Z999AA10123456784%0D%0A1Z410E7W0392751591",
    "1Z 999 AA1 01 2345 6784 https://www.ups.com/track?tracknum=1Z410E7W0392751591",
    "7995 3127 4483 https://www.fedex.com/fedextrack/?trknbr=986578788855",
    "order 12345678 https://www.fedex.com/fedextrack/?trknbr=986578788855",
    "https://www.fedex.com/fedextrack/?trknbr=986578788855%20799531274483",
    "https://www.fedex.com/fedextrack/?trknbr=1099255990%203318810025",
    "https://www.ups.com/track?tracknum=1Z999AA10123456784%E0%A4%A",
    "https://tools.usps.com/go/x?tLabels=9400111206206406260787%2C9405803699300124287899",
    "fedex.com/fedextrack/?trknbr=986578788855,799531274483",
    "www.ups.com/track",
    "ups.com/track",
  ])("is refused as a link that holds no certain number: %s", (raw) => {
    expect(codes(raw, "UPS")).toEqual(["tracking_number_is_link"])
  })

  it.each([
    ["UPS", "1Z999AA10123456784https://www.ups.com/track?tracknum=1Z999AA10123456784", UPS],
    ["UPS", "1Z999AA10123456784http://ups.com", UPS],
    ["UPS", "https://www.ups.com/track?tracknum=1Z999AA10123456784%0D%0A", UPS],
    ["UPS", "https://www.ups.com/track?tracknum=1Z999AA10123456784%20", UPS],
    ["UPS", "https://www.ups.com/track?loc=en%5FUS&tracknum=%201Z999AA10123456784&x=%zz", UPS],
    ["UPS", "ups.com/track?tracknum=1Z999AA10123456784", UPS],
    ["UPS", "Track it at wwwapps.ups.com/WebTracking?num=1Z999AA10123456784", UPS],
    ["FedEx", "fedex.com/fedextrack/?trknbr=986578788855", "986578788855"],
    ["FedEx", "https://www.fedex.com/fedextrack/?trknbr=9865%207878%208855", "986578788855"],
    ["FedEx", "https://www.fedex.com/fedextrack/?trknbr=986578788855%2C", "986578788855"],
    ...["9400111206206406260787%2C", "9400%201112%200620%206406%202607%2087"].map((value) => [
      "USPS",
      `https://tools.usps.com/go/TrackConfirmAction?tLabels=${value}`,
      "9400111206206406260787",
    ]),
    ["UPS", "[1Z999AA10123456784](https://www.ups.com/track?tracknum=1Z999AA10123456784)", UPS],
    ["FedEx", "986578788855 https://www.fedex.com/fedextrack/?trknbr=986578788855", "986578788855"],
    ["FedEx", "9865 7878 8855 <https://www.fedex.com/?trknbr=986578788855>", "986578788855"],
  ])("is one number under %s with its own link: %s", (carrier, raw, number) => {
    expect(check(raw, carrier)).toMatchObject({ number, problems: [], warnings: [] })
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
    ["UPS", "SUNDAY123", /UPS/],
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

describe("a carrier entered beside the number", () => {
  const context: LabelContext = { ...IDS, market: marketOf("us"), strictness: "strict" }

  function label(trackingNumber: string, chosen: string | null) {
    return checkLabel({ trackingNumber, trackingUrl: null }, { ...context, chosen })
  }

  it.each([
    ["FedEx 986578788855", "FedEx"],
    ["FEDEX986578788855", "FedEx"],
    ["986578788855 (FedEx Ground)", "FedEx"],
    ["https://www.fedex.com/fedextrack/?trknbr=986578788855", "FedEx"],
    ["986578788855 fedex.com/fedextrack/?trknbr=986578788855", "FedEx"],
    ["UPS: 9102084383041101186729", "UPS"],
    ["OSM Worldwide 9261292700768711948021", "OSM Worldwide"],
    ["UPS Mail Innovations 9261292700768711948021", "UPSMI"],
    ["Tracking number DHL Express: 3318810025", "DHL"],
  ])("tells the carrier that nobody chose: %s", (raw, carrier) => {
    expect(label(raw, null)).toMatchObject({ carrier: { carrier }, problems: [], warnings: [] })
  })

  it.each([
    ["FedEx 986578788855", "DHL", "FedEx", "DHL"],
    ["FedEx 986578788855", "OnTrac", "FedEx", "OnTrac"],
    ["FedEx 986578788855", "GLS", "FedEx", "GLS"],
    ["https://www.fedex.com/fedextrack/?trknbr=986578788855", "OnTrac", "FedEx", "OnTrac"],
    ["DHL 9400111206206406260787", null, "DHL", "USPS"],
    ["UPS 1LSCYM1000HSGGW", null, "UPS", "LS"],
    ["GM2951173225174494 UPS", null, "UPS", "DHL Ecommerce - US"],
  ])("is named where the number goes under another one: %s under %s", (raw, chosen, owner, as) => {
    const { carrier, problems, warnings } = label(raw, chosen)
    expect({ carrier, problems }).toEqual({ carrier: { carrier: as }, problems: [] })
    expect(warnings).toMatchObject([
      { message: expect.stringContaining(`names ${owner}, but goes as a number of ${as}`) },
    ])
  })

  it.each([
    ["USPS 9261292700768711948021", "FedEx"],
    ["UPS: 9102084383041101186729", "USPS"],
    ["LaserShip 1LS717793482164", "OnTrac"],
    ["FedEx 986578788855", "FDX"],
    ["UPS/FedEx 986578788855", "FedEx"],
  ])(
    "is no contradiction where both write such numbers, or it is no one carrier: %s",
    (raw, chosen) => {
      expect(label(raw, chosen)).toMatchObject({ problems: [], warnings: [] })
    }
  )
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
