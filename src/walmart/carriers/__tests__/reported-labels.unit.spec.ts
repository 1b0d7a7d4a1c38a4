import { marketOf } from "../../markets/markets"
import { checkLabel } from "../../updates/shipment/packages"

// Labels that were once told wrong, each as it was typed, with the order and the strictness it was typed under.
function label(trackingNumber: string, chosen: string | null = null, link: string | null = null) {
  return checkLabel(
    { trackingNumber, trackingUrl: link },
    {
      ...{ purchaseOrderId: "1799999999001", customerOrderId: "2000010000000001" },
      ...{ market: marketOf("us"), strictness: "strict", chosen },
    }
  )
}

describe("a text that is no tracking number of the chosen carrier", () => {
  it.each([
    ["USPS", "HELLO WORLD", "tracking_number_no_digit"],
    ["UPS", "IN TRANSIT", "tracking_number_no_digit"],
    ["UPS", "LABEL CREATED", "tracking_number_no_digit"],
    ["FedEx", "986578788855 799531274483", "tracking_number_several"],
    ["UPS", "1Z999AA10123456784 1Z410E7W0392751591", "tracking_number_several"],
    ["FedEx", "986578788855 - 799531274483", "tracking_number_several"],
    ["UPS", "IZ999AA10123456784", "tracking_number_look_alike"],
    ["UPS", "PO1799999999001 (purchase order 1799999999001)", "tracking_number_is_order_number"],
    ["USPS", "986578788855", "tracking_number_format"],
  ])("is refused under %s before anything is saved: %s", (chosen, typed, code) => {
    expect(label(typed, chosen).problems).toMatchObject([{ code }])
  })

  it.each([
    "PO1799999999001 (purchase order 1799999999001)",
    "purchase order 1799999999001, PO1799999999001",
    "1799999999001 1799999999001",
    "PO # 1799999999001 / customer order 2000010000000001",
    "Order 2000010000000001 (2000010000000001)",
    "1Z PO1799999999001",
    "1799-9999-99001",
    "1799.9999.99001",
  ])("is the order's number, however often and under whichever carrier: %s", (typed) => {
    for (const chosen of ["UPS", "USPS", "FedEx", "DHL", "OnTrac", "Estes Express", null]) {
      expect(label(typed, chosen).problems).toMatchObject([
        { code: "tracking_number_is_order_number" },
      ])
    }
  })
})

describe("a carrier's name before its number", () => {
  it("is cut off and never glued on", () => {
    expect(label("UPS 1Z999AA10123456784", "UPS")).toMatchObject({
      ...{ trackingNumber: "1Z999AA10123456784", problems: [], warnings: [] },
      carrier: { carrier: "UPS" },
    })
  })
})

describe("a number of a carrier that Walmart lists since 30 October 2026", () => {
  it.each([
    ["GFUS01011884214464", "GOFO", "https://www.gofo.com/us/track", "GOFO"],
    ["GFUS01011884214464", "GOFO", null, "GOFO"],
    ["GFUS01012345678901", null, null, "GOFO"],
    ["UUS1234567890123456", "UniUni", null, "UniUni"],
    ["SPXLAX00000000001", "SpeedX", null, "SpeedX"],
  ])("goes under its listed name: %s, chosen %s, link %s", (typed, chosen, link, carrier) => {
    expect(label(typed, chosen, link)).toMatchObject({
      ...{ trackingNumber: typed, carrier: { carrier }, problems: [], warnings: [] },
    })
  })
})

describe("a number of a carrier with forms of its own", () => {
  it.each([
    ["02931503799192766595", "FedEx", "FedEx"],
    ["02931503799192766595", "FEDEXSP", "FEDEXSP"],
    ["1LSCYM1000HSGGW", null, "LS"],
    ["1LSCYM0000X80H4", null, "LS"],
    ["1LSCYM1000AIBES", null, "LS"],
  ])("is taken: %s, chosen %s", (typed, chosen, carrier) => {
    expect(label(typed, chosen)).toMatchObject({ carrier: { carrier }, problems: [], warnings: [] })
  })
})

describe("a number that more than one carrier writes", () => {
  const SHARED = "9474812901015476250258"

  it("is asked about, and goes under DHL eCommerce where its link says so", () => {
    expect(label(SHARED).problems).toMatchObject([{ code: "carrier_unknown" }])
    const link = `https://webtrack.dhlecs.com/orders?trackingNumber=${SHARED}`
    expect(label(SHARED, null, link)).toMatchObject({
      ...{ carrier: { carrier: "DHL Ecommerce - US" }, problems: [], warnings: [] },
    })
  })

  it.each(["250012345678901200", "310000001234567802"])(
    "is asked about where only digits speak for FedEx: %s",
    (typed) => {
      expect(label(typed).problems).toMatchObject([{ code: "carrier_unknown" }])
    }
  )
})

describe("a number of Amazon's own delivery", () => {
  it.each([null, "https://track.amazon.com/tracking/TBA333656997000"])(
    "is refused with what to do, link %s",
    (link) => {
      const { problems } = label("TBA333656997000", null, link)
      expect(problems).toMatchObject([{ code: "carrier_prohibited" }])
      expect(problems[0].remedy).toMatch(/MCF/)
    }
  )
})
