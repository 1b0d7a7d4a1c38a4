import { CARRIERS } from "../carrier-table"
import {
  carrierByName,
  carrierByUrl,
  type CarrierQuestion,
  resolveCarrier,
  trackingUrl,
  unlistedWarning,
} from "../carriers"
import { marketOf } from "../../markets/markets"
import { SAMPLES } from "./tracking-samples"
import { TRACKING_FORMATS } from "../formats/tracking-formats"

const us = marketOf("us")
const ca = marketOf("ca")
const mx = marketOf("mx")

function resolve(question: Partial<CarrierQuestion>) {
  return resolveCarrier({ trackingNumber: "AC123456", market: us, ...question })
}

describe("carrierByName", () => {
  it.each([
    ["UPS", "UPS"],
    ["ups", "UPS"],
    ["U.P.S.", "UPS"],
    ["UPS®", "UPS"],
    ["ups_ground", "UPS"],
    ["UPS Next Day Air", "UPS"],
    ["UPSGroundSaver", "UPS"],
    ["United Parcel Service", "UPS"],
    ["ups mail innovations", "UPSMI"],
    ["UPSMailInnovations", "UPSMI"],
    ["UPS Freight", "TForce Freight"],
    ["usps-first-class", "USPS"],
    ["USPS Priority Mail Express", "USPS"],
    ["USPS First Class Mail", "USPS First Class Mail"],
    ["stamps_com", "USPS"],
    ["U.S. Postal Service", "USPS"],
    ["fedex ground", "FedEx"],
    ["Fed Ex", "FedEx"],
    ["FEDEX", "FedEx"],
    ["FedExSmartPost", "FedEx"],
    ["federal express", "FedEx"],
    ["fdx", "FedEx"],
    ["FDX", "FDX"],
    ["FEDEXSP", "FEDEXSP"],
    ["dhl express", "DHL"],
    ["DHLExpress", "DHL"],
    ["DHL eCommerce", "DHL Ecommerce - US"],
    ["DhlEcs", "DHL Ecommerce - US"],
    ["dhl_ecommerce_us", "DHL Ecommerce - US"],
    ["DHL Global Mail", "DHL Ecommerce - US"],
    ["lasership", "LS"],
    ["Laser Ship", "LS"],
    ["on-trac", "OnTrac"],
    ["win it america", "WIN.IT America"],
    ["metropolitan warehouse and delivery", "Metropolitan Warehouse & Delivery"],
    ["Metropolitan Warehouse & Delivery Next Day", "Metropolitan Warehouse & Delivery"],
    ["Metropolitan Warehouse", "Metropolitan Warehouse & Delivery"],
    ["R & L Carriers LTL", "RL Carriers"],
    ["SmartPost", "FedEx"],
    ["FDEG", "FedEx"],
    ["SurePost", "UPS"],
    ["UPSN", "UPS"],
    ["UPS SurePost", "UPS"],
    ["Parcel Select", "USPS"],
    ["UBI Logistics", "UBI"],
    ["RXO Last Mile", "RXO"],
    ["R+L Carriers", "RL Carriers"],
    ["R&L", "RL Carriers"],
    ["US Postal", "USPS"],
    ["Correos de México", "Correos de Mexico"],
    // Codes of label programs: the name with a service, a country or a version behind it.
    ["AxlehireV3", "AxleHire"],
    ["UPSDAP", "UPS"],
    // Standard codes (SCAC) of freight programs.
    ["EXLA", "Estes Express"],
    ["RLCA", "RL Carriers"],
    ["UPGF", "TForce Freight"],
    ["ABFS", "ABF Freight System"],
    ["RDFS", "Roadrunner Freight"],
    ["PITD", "PITT OHIO"],
    ["AACT", "AAA Cooper"],
    ["CNWY", "XPO Logistics"],
    ["FXFE", "FedEx"],
    ["firstmile_ground", "FIRST MILE"],
    ["epost_global_priority", "ePost Global"],
    ["asendia_us", "Asendia"],
    ["sendle_pickup", "Sendle"],
    ["uniuni_us", "UniUni"],
    ["GOFO Ground", "GOFO"],
    ["YunExpressUS", "YunExpress"],
    ["4PX Worldwide", "4PX"],
    ["CNE Express", "CNE"],
    ["Flyt Express US", "Flyt"],
    ["SEKO Logistics", "Seko Worldwide"],
    ["XPO Freight", "XPO Logistics"],
    ["Osm Worldwide - Parcel", "OSM Worldwide"],
    ["LaserShipV2", "LS"],
    ["OnTracV3", "OnTrac"],
    ["ＵＰＳ", "UPS"],
    ["ＦｅｄＥｘ Ground", "FedEx"],
    ["Yanwen Logistics", "Yanwen"],
    ["SunYou Logistics", "Sunyou"],
    ["YRC Freight", "Yellow Freight Sys"],
    ["Yellow Freight", "Yellow Freight Sys"],
    // A listed carrier with words of a service, whatever the carrier.
    ["Sendle Preferred", "Sendle"],
    ["GLS Overnight", "GLS"],
    ["LSO Next Day", "LSO"],
    ["Better Trucks Next Day", "Better Trucks"],
    ["YunExpress Direct", "YunExpress"],
    ["Asendia PMI", "Asendia"],
    ["Asendia Priority Mail", "Asendia"],
    ["OSM Worldwide Parcel Select", "OSM Worldwide"],
    ["Estes LTL", "Estes Express"],
    ["XPO Logistics LTL", "XPO Logistics"],
    ["SAIA Guaranteed", "SAIA"],
    ["RL Carriers LTL", "RL Carriers"],
    ["R+L Carriers LTL", "RL Carriers"],
    ["DoorDash Same Day", "DoorDash"],
    ["UniUni Next Day", "UniUni"],
    ["GOFO Next Day", "GOFO"],
    ["4PX Registered", "4PX"],
    ["HIT Delivery Next Day", "HIT Delivery"],
    ["Western Post Priority Line", "Western Post"],
    ["Correos de México Certificado", "Correos de Mexico"],
    ["UPS Freight LTL", "TForce Freight"],
    ["UPS Expedited Mail Innovations", "UPSMI"],
    ["Stamps.com First Class", "USPS"],
    ["USPS via Endicia", "USPS"],
    // Two carriers, shops for labels, and other companies whose names begin alike.
    ["UPS/USPS", null],
    ["USPS or UPS", null],
    ["FedEx & UPS", null],
    ["Airborne or UPS", null],
    ["Stamps.com UPS Ground", null],
    ["Endicia DHL", null],
    ["LS Logistics", null],
    ["CPC Logistics", null],
    ["UDS Logistics", null],
    ["Yellow Cab Delivery", null],
    ["Landmark Courier Co", null],
    ["Acme (UPS)", null],
    ["Acme Express US", null],
    ["Express", null],
    ["US", null],
    ["TForce Logistics", null],
    ["estes", "Estes Express"],
    ["ESTES", "ESTES"],
    ["Acme Parcel", null],
    ["upsurge logistics", null],
    ["Amazon Logistics", null],
    ["Purolator", null],
    ["", null],
    ["###", null],
  ])("%j means %j in the US", (name, expected) => {
    expect(carrierByName(name, us)).toBe(expected)
  })

  it("knows every carrier of a market's list under its own name in any case", () => {
    for (const market of [us, ca, mx]) {
      for (const carrier of market.carriers) {
        expect(carrierByName(carrier, market)).toBe(carrier)
        expect(carrierByName(` ${carrier.toLowerCase()} `, market)).not.toBeNull()
      }
    }
  })

  it("uses the names of the market", () => {
    expect(carrierByName("Canada Post", ca)).toBe("CPC")
    expect(carrierByName("purolator", ca)).toBe("PCLINT")
    expect(carrierByName("fedex express", mx)).toBe("MX-FEDX")
    expect(carrierByName("Fedex México", mx)).toBe("MX-FEDX")
    expect(carrierByName("Estafeta Express", mx)).toBe("Estafeta")
    expect(carrierByName("Estafeta Mexicana", mx)).toBe("Estafeta")
    expect(carrierByName("Purolator Express", ca)).toBe("PCLINT")
    expect(carrierByName("Purolator Express 9AM", ca)).toBe("PCLINT")
    expect(carrierByName("Purolator Ground Evening", ca)).toBe("PCLINT")
    expect(carrierByName("Canpar Select", ca)).toBe("CANPAR")
    expect(carrierByName("Swyft Next Day", ca)).toBe("SWYFT")
    expect(carrierByName("Same Day Couriers", ca)).toBeNull()
    expect(carrierByName("Estafeta Terrestre", mx)).toBe("Estafeta")
    expect(carrierByName("Estafeta Día Siguiente", mx)).toBe("Estafeta")
    expect(carrierByName("99 minutos Next Day", mx)).toBe("99MIN")
    expect(carrierByName("Paquetexpress Terrestre", mx)).toBe("PEXP")
    expect(carrierByName("UPS", marketOf("cl"))).toBeNull()
  })

  it("knows the carriers a store added", () => {
    expect(carrierByName("veho", marketOf("us", { carriers: ["Veho"] }))).toBe("Veho")
  })

  it("sends Mexico's integrated carriers as Walmart spells them", () => {
    const names = ["FedEx", "DHL", "Estafeta", "SFC", "PaqueteExpress", "Tracusa", "UPS", "99min"]
    expect(names.map((name) => carrierByName(name, mx))).toEqual([
      "MX-FEDX",
      "MX-DHL",
      "Estafeta",
      "SFC",
      "PEXP",
      "TRACUSA",
      "UPS",
      "99MIN",
    ])
  })
})

describe("carrierByUrl", () => {
  it.each([
    ["https://www.ups.com/track?tracknum=1Z999AA10123456784", "UPS"],
    ["http://wwwapps.ups.com/WebTracking/track", "UPS"],
    ["https://tools.usps.com/go/TrackConfirmAction?tLabels=94001", "USPS"],
    ["https://WWW.FEDEX.COM/fedextrack/", "FedEx"],
    ["https://www.dhl.com/us-en/home/tracking.html", "DHL"],
    ["https://webtrack.dhlecs.com/orders?trackingNumber=GM1", "DHL Ecommerce - US"],
    ["https://ecommerceportal.dhl.com/track", "DHL Ecommerce - US"],
    ["https://www.ontrac.com/tracking/?number=C1", "OnTrac"],
    ["https://www.lasership.com/track/LX1", "LS"],
    ["www.ups.com/track", "UPS"],
    ["https://www.ups.com./track", "UPS"],
    ["https://notups.com/track", null],
    ["https://ups.com.evil.example/track", null],
    ["https://evil.example/?to=https://www.ups.com/", null],
    ["https://ups.com@evil.example/", null],
    ["ftp", null],
    ["#", null],
    ["", null],
  ])("%j leads to %j", (url, expected) => {
    expect(carrierByUrl(url, us)).toBe(expected)
  })
})

describe("trackingUrl", () => {
  it("fills in the number, normalized", () => {
    expect(trackingUrl("UPS", "1z 999aa1 0123456784")).toBe(
      "https://www.ups.com/track?tracknum=1Z999AA10123456784"
    )
    expect(trackingUrl("LS", "LX17635036")).toBe("https://www.lasership.com/track/LX17635036")
  })

  it("is null for a carrier without a known page", () => {
    expect(trackingUrl("Tusou", "12345678")).toBeNull()
    expect(trackingUrl("Acme Parcel", "12345678")).toBeNull()
  })

  it("leads back to its carrier", () => {
    for (const carrier of CARRIERS.filter(({ trackingPage }) => trackingPage)) {
      const market = marketOf("us", { carriers: [carrier.name] })
      expect(carrierByUrl(trackingUrl(carrier.name, "12345678") ?? "", market)).toBe(carrier.name)
    }
  })
})

describe("resolveCarrier", () => {
  const UPS_NUMBER = "1Z999AA10123456784"
  const FEDEX_LINK = "https://www.fedex.com/fedextrack/?trknbr=1"
  const ACME_LINK = "https://track.acme-parcel.example/AC123456"

  it("takes the choice made for the fulfillment before anything else", () => {
    const question = {
      chosen: "usps",
      mapped: "FedEx",
      trackingNumber: UPS_NUMBER,
      trackingUrl: FEDEX_LINK,
    }
    expect(resolve(question)).toEqual({ choice: { carrier: "USPS" }, source: "chosen" })
  })

  it("then the account's map, the number, the link, and last another carrier named after the link", () => {
    const question = { mapped: "usps", trackingNumber: UPS_NUMBER, trackingUrl: FEDEX_LINK }
    expect(resolve(question)).toEqual({ choice: { carrier: "USPS" }, source: "mapped" })
    expect(resolve({ ...question, mapped: null })).toEqual({
      choice: { carrier: "UPS" },
      source: "number",
    })
    expect(resolve({ trackingUrl: FEDEX_LINK })).toEqual({
      choice: { carrier: "FedEx" },
      source: "link",
    })
    expect(resolve({ trackingUrl: ACME_LINK })).toEqual({
      choice: { otherCarrier: "acme-parcel", trackingUrl: ACME_LINK },
      source: "other",
    })
  })

  it.each(["fedex ground", "Federal Express", "FEDEX"])(
    "never sends a listed carrier as another one: %s",
    (chosen) => {
      const resolved = resolve({ chosen, trackingUrl: ACME_LINK })
      expect(resolved).toEqual({ choice: { carrier: "FedEx" }, source: "chosen" })
      expect(resolve({ mapped: chosen, trackingUrl: ACME_LINK })).toMatchObject({
        choice: { carrier: "FedEx" },
      })
    }
  )

  it("never takes a name of several carriers for one of them, nor for an unlisted one", () => {
    for (const chosen of ["UPS/USPS", "USPS or UPS", "Stamps.com UPS Ground", "Airborne/UPS"]) {
      expect(resolve({ chosen })).toMatchObject({ code: "carrier_unknown" })
      expect(resolve({ mapped: chosen })).toMatchObject({ code: "carrier_unknown" })
      expect(resolve({ chosen, mapped: "FedEx", trackingNumber: UPS_NUMBER })).toEqual({
        choice: { carrier: "UPS" },
        source: "number",
      })
    }
  })

  it("sends a listed carrier as itself under the name of any service", () => {
    for (const carrier of us.carriers.filter((name) => name.length > 2)) {
      const chosen = `${carrier.toLowerCase()} next day`
      expect(resolve({ chosen, trackingUrl: ACME_LINK })).toMatchObject({
        choice: { carrier: expect.any(String) },
      })
    }
  })

  it("sends a free name with its link, from the choice and from the map", () => {
    const choice = { otherCarrier: "Acme Parcel", trackingUrl: ACME_LINK }
    expect(resolve({ chosen: "Acme Parcel", trackingUrl: ACME_LINK })).toEqual({
      choice,
      source: "chosen",
    })
    expect(resolve({ mapped: "Acme Parcel", trackingUrl: ACME_LINK })).toEqual({
      choice,
      source: "mapped",
    })
  })

  it.each(["Other", " other ", "custom", "", "N/A", "-", "Otro", "Autre", "Other carrier"])(
    "looks further when the choice names nobody: %j",
    (chosen) => {
      expect(resolve({ chosen, trackingNumber: UPS_NUMBER })).toEqual({
        choice: { carrier: "UPS" },
        source: "number",
      })
    }
  )

  it.each([
    "Acme\nParcel",
    "  Acme   Parcel ",
    "Acme\u00a0\u200bParcel\ufeff",
    "\tAcme Parcel\u0000",
  ])("sends a free name as one line of plain words: %j", (chosen) => {
    expect(resolve({ chosen, trackingUrl: ACME_LINK })).toMatchObject({
      choice: { otherCarrier: "Acme Parcel" },
    })
  })

  it("takes a link in place of a name for no name", () => {
    expect(resolve({ chosen: ACME_LINK, trackingNumber: UPS_NUMBER })).toMatchObject({
      choice: { carrier: "UPS" },
    })
  })

  it.each([
    "https://acme.example/t/{tracking_number}",
    "https://acme.example/t/{{number}}",
    "https://acme.example/t/%s",
    "https://acme.example/t?n=<number>",
    "https://acme.example/t?n=undefined",
    "https://acme.example/t/null/details",
    "https://acme.example/t?n=NaN&lang=en",
  ])("refuses a link in which nobody has put the number: %s", (link) => {
    expect(resolve({ chosen: "Acme Parcel", trackingUrl: link })).toMatchObject({
      code: "tracking_url_unusable",
    })
  })

  it.each([
    ...["192.168.1.4", "10.0.0.9:8080", "172.20.1.1", "127.0.0.1", "169.254.1.1", "0.0.0.0"],
    ...["2130706433", "shop.local", "erp.internal", "erp.lan", "app.localhost", "a.localdomain"],
  ])("refuses a link that no customer can open: %s", (host) => {
    expect(resolve({ chosen: "Acme Parcel", trackingUrl: `https://${host}/1` })).toMatchObject({
      code: "tracking_url_unusable",
    })
  })

  it.each([
    "https://acme.example/t/%7Ba%7D",
    "https://acme.example/nullarbor/undefined1",
    "https://172.15.1.1/1",
    "https://local.example/1",
  ])("takes a link that only looks like those: %s", (link) => {
    expect(resolve({ chosen: "Acme Parcel", trackingUrl: link })).toMatchObject({
      choice: { trackingUrl: link },
    })
  })

  it.each([
    undefined,
    null,
    "",
    "#",
    "N/A",
    "acme-parcel.example/1",
    "javascript:alert(1)",
    "https://localhost/1",
    "https://user:secret@acme.example/1",
    "ftp://acme.example/1",
  ])("refuses another carrier without a usable link: %j", (link) => {
    expect(resolve({ chosen: "Acme Parcel", trackingUrl: link })).toMatchObject({
      code: link ? "tracking_url_unusable" : "tracking_url_missing",
      field: "tracking_url",
      value: link ?? "",
    })
  })

  it.each([
    ` ${ACME_LINK}\n`,
    `\u200b${ACME_LINK}\ufeff`,
    `"${ACME_LINK}"`,
    `“${ACME_LINK}”`,
    `<${ACME_LINK}>`,
    `${ACME_LINK},`,
    `${ACME_LINK.slice(0, 20)}\u00ad${ACME_LINK.slice(20)}`,
  ])("takes a link without what was copied along with it: %j", (link) => {
    expect(resolve({ chosen: "Acme Parcel", trackingUrl: link })).toEqual({
      choice: { otherCarrier: "Acme Parcel", trackingUrl: ACME_LINK },
      source: "chosen",
    })
    expect(carrierByUrl(link.replace(ACME_LINK, "https://www.ups.com/track"), us)).toBe(
      link.includes(ACME_LINK) ? "UPS" : null
    )
  })

  it("takes a mistyped UPS number for UPS, so that the complaint is about the number", () => {
    expect(resolve({ trackingNumber: "1Z999AA10123456785" })).toEqual({
      choice: { carrier: "UPS" },
      source: "number",
    })
  })

  it("asks about digits that only look like a carrier's, unless the link tells", () => {
    const trackingNumber = "986578788855"
    const asked = { code: "carrier_unknown", message: expect.stringContaining("looks like FedEx") }
    expect(resolve({ trackingNumber })).toMatchObject(asked)
    expect(resolve({ trackingNumber, trackingUrl: "#" })).toMatchObject(asked)
    expect(resolve({ trackingNumber, trackingUrl: "https://t.17track.net/en" })).toMatchObject(
      asked
    )
    expect(resolve({ trackingNumber, trackingUrl: ACME_LINK })).toMatchObject({ source: "other" })
    expect(resolve({ trackingNumber, trackingUrl: FEDEX_LINK })).toEqual({
      choice: { carrier: "FedEx" },
      source: "link",
    })
  })

  it.each([
    ["12 digits", "799531274483"],
    ["14 digits", "60120172242323"],
    ["15 digits", "041441760228964"],
    ["16 digits", "7035114477138472"],
    ["18 digits", "250012345678901200"],
    ["18 digits of another country's carrier", "310000001234567802"],
    ["20 digits", "03071790000523483741"],
    ["34 digits", "1001921334250001000300779017972697"],
  ])("asks whose plain %s are: %s", (_, trackingNumber) => {
    expect(resolve({ trackingNumber })).toMatchObject({ code: "carrier_unknown" })
  })

  it.each([
    ["UPS", "1Z999AA10123456784"],
    ["USPS", "9400111206206406260787"],
    ["USPS", "420787459400111206206406260787"],
    ["USPS", "RB123456785US"],
    ["FedEx", "9611020987654312345672"],
    ["OnTrac", "C11031500001879"],
    ["LS", "1LSCYM1000HSGGW"],
    ["LS", "1LSCYM0000X80H4"],
    ["LS", "1LSCY3Y000HIRRU"],
    ["GOFO", "GFUS01012345678901"],
    ["UniUni", "UUS0570455416253"],
    ["UniUni", "UUS62M6610133301160"],
    ["SpeedX", "SPXLAX00000000001"],
  ])("is sure of %s without a question: %s", (carrier, trackingNumber) => {
    expect(resolve({ trackingNumber })).toEqual({ choice: { carrier }, source: "number" })
  })

  it.each([
    ["MX-FEDX", "9261292700768711948021", mx],
    ["USPS", "9474812901015476250258", ca],
  ] as const)(
    "is not sure of %s by a number that carriers without a name in the market write too: %s",
    (carrier, trackingNumber, market) => {
      expect(resolve({ trackingNumber, market })).toMatchObject({
        code: "carrier_unknown",
        message: expect.stringContaining(carrier),
      })
      expect(resolve({ trackingNumber, market, chosen: carrier })).toMatchObject({
        choice: { carrier },
      })
    }
  )

  it("never takes a parcel of DHL eCommerce that USPS delivers for one of USPS unasked", () => {
    const trackingNumber = "9474812901015476250258"
    const trackingUrl = `https://webtrack.dhlecs.com/orders?trackingNumber=${trackingNumber}`
    expect(resolve({ trackingNumber, trackingUrl })).toEqual({
      choice: { carrier: "DHL Ecommerce - US" },
      source: "link",
    })
    expect(resolve({ trackingNumber })).toMatchObject({
      code: "carrier_unknown",
      message: expect.stringContaining("DHL Ecommerce - US or USPS"),
    })
  })

  it.each(
    ["Aramex", "Xindus", "Spreetail", "P2PG", "UniUni", "GOFO", "SwiftX", "Exelot"].concat(
      "DoorDash",
      "SpeedX"
    )
  )("sends %s, which Walmart lists since 30 October 2026, without a link", (carrier) => {
    expect(resolve({ chosen: carrier })).toEqual({ choice: { carrier }, source: "chosen" })
  })

  it("says how old its list is and where the present one is, because the list grows", () => {
    const problem = resolve({ chosen: "Acme Parcel" })
    expect(problem).toMatchObject({
      remedy: expect.stringMatching(
        /of 2026-10-30.*us-marketplace\/docs\/supported-carrier-names.*marketOverrides\.carriers/
      ),
    })
  })

  it.each([
    ["Fedx", "FedEx"],
    ["FedExx", "FedEx"],
    ["USPSS", "USPS"],
    ["Ontrack", "OnTrac"],
    ["EasyPost USPS", "USPS"],
    ["ShipStation - DHL Express", "DHL"],
    ["Yunexpres", "YunExpress"],
  ])("says of %s, which goes as another carrier, that %s may be meant", (chosen, name) => {
    const words = `If ${name} is meant, choose it.`
    expect(resolve({ chosen })).toMatchObject({ remedy: expect.stringContaining(words) })
    const choice = { otherCarrier: chosen, trackingUrl: "https://track.example.com/1" }
    expect(resolve({ chosen, trackingUrl: choice.trackingUrl })).toMatchObject({ choice })
    expect(unlistedWarning(choice, us)?.remedy).toContain(words)
  })

  it.each(["Veho", "Passport", "Pitney Bowes", "Old Dominion", "ePacket", "Acme Parcel"])(
    "guesses at no other name for %s",
    (chosen) => {
      expect(resolve({ chosen })).toMatchObject({ remedy: expect.not.stringContaining("is meant") })
    }
  )

  it("lets the link decide about a number several carriers could own", () => {
    const trackingNumber = "9261292700768711948021"
    expect(resolve({ trackingNumber, trackingUrl: "https://tools.usps.com/go/x" })).toEqual({
      choice: { carrier: "USPS" },
      source: "link",
    })
    expect(resolve({ trackingNumber })).toMatchObject({
      code: "carrier_unknown",
      field: "carrier",
      message:
        'The tracking number "9261292700768711948021" could belong to USPS, FedEx, UPSMI or DHL Ecommerce - US.',
    })
  })

  it("asks for the carrier when nothing tells it", () => {
    expect(resolve({})).toMatchObject({
      code: "carrier_unknown",
      field: "carrier",
      value: "AC123456",
    })
    expect(resolve({ trackingUrl: "#" })).toMatchObject({
      message:
        'The tracking number "AC123456" does not tell its carrier. The link "#" does not either.',
    })
  })

  it("sends every carrier with its link where Walmart lists none", () => {
    const trackingUrl = "https://www.ups.com/track"
    const market = marketOf("cl")
    expect(resolve({ market, trackingNumber: UPS_NUMBER, trackingUrl })).toEqual({
      choice: { otherCarrier: "UPS", trackingUrl },
      source: "other",
    })
  })

  it.each([
    ["https://www.acme-parcel.example/1", "acme-parcel"],
    ["https://acme.co.uk/1", "acme"],
    ["https://track.acme.com.mx/1", "acme"],
    ["http://203.0.113.7/1", "203.0.113.7"],
  ])("names another carrier after its link: %s", (trackingUrl, otherCarrier) => {
    expect(resolve({ trackingUrl })).toMatchObject({ choice: { otherCarrier } })
  })
})

describe("the carrier data", () => {
  it("has every carrier a format or sample names, and no alias twice", () => {
    const named = new Set(CARRIERS.map(({ name }) => name))
    const used = TRACKING_FORMATS.flatMap(({ carriers }) => carriers)
    const samples = SAMPLES.map(({ carrier }) => carrier)
    expect([...used, ...samples].filter((name) => !named.has(name))).toEqual([])
    const aliases = CARRIERS.flatMap((carrier) => carrier.aliases ?? [])
    expect(new Set(aliases).size).toBe(aliases.length)
  })

  it("names as users of a format only carriers Walmart lists", () => {
    const users = TRACKING_FORMATS.flatMap((format) => format.alsoUsedBy ?? [])
    expect(users.filter((name) => !us.carriers.includes(name))).toEqual([])
  })
})
