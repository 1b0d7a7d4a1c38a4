import type { Package, ShipmentPayload } from "../payloads/shipment-payload"
import type { CancellationPayload } from "../payloads/cancellation-payload"
import type { Correction, CorrectionContext } from "../model/correction"
import { correctPayload } from "../correct"
import { marketOf } from "../../markets/markets"
import type { UpdatePayload } from "../model/update"

const UPS = "1Z999AA10123456784"
const UPS_WRONG_DIGIT = "1Z999AA10123456785"
const USPS = "9400110200881269505160"

const context: CorrectionContext = {
  purchaseOrderId: "1799999999001",
  customerOrderId: "6281763440099",
  market: marketOf("us"),
  strictness: "strict",
  askedLines: [],
  shown: null,
}

function parcel(trackingNumber: string, carrier: Package["carrier"]): Package {
  return { trackingNumber, carrier, lines: [{ lineNumber: "1", quantity: 1 }] }
}

function shipment(...packages: Package[]): ShipmentPayload {
  return {
    kind: "shipment",
    fulfillmentId: "ful_1",
    shippedAt: 1_700_000_000_000,
    packages: packages.length > 0 ? packages : [parcel(UPS, { carrier: "UPS" })],
    sellerOrderId: "12",
  }
}

function cancellation(reason: string): CancellationPayload {
  return { kind: "cancellation", reason, lines: [{ lineNumber: "1", quantity: 1, total: 1 }] }
}

function corrected(payload: UpdatePayload, correction: Correction, change = {}) {
  return correctPayload(payload, correction, { ...context, ...change })
}

function packagesOf(payload: UpdatePayload, correction: Correction): Package[] {
  const result = corrected(payload, correction)
  if (!("payload" in result) || result.payload.kind !== "shipment") {
    throw new Error(JSON.stringify(result))
  }
  return result.payload.packages
}

function codesOf(payload: UpdatePayload, correction: Correction, change = {}): string[] {
  const result = corrected(payload, correction, change)
  return "problems" in result ? result.problems.map(({ code }) => code) : []
}

describe("correcting a shipment", () => {
  it("lets an update go again as it is when nothing is wrong with it", () => {
    const payload = shipment()
    expect(corrected(payload, {})).toEqual({ payload, warnings: [] })
  })

  it("refuses to send again what still lacks a tracking number", () => {
    const payload = shipment(parcel("", { otherCarrier: "", trackingUrl: "" }))
    expect(codesOf(payload, {})).toContain("tracking_number_missing")
  })

  it("recognizes the carrier of a number entered where nothing was known", () => {
    const payload = shipment(parcel("", { otherCarrier: "", trackingUrl: "" }))
    const [first] = packagesOf(payload, { trackingNumber: "1Z 999aa 10 1234 56784" })
    expect(first).toMatchObject({ trackingNumber: UPS, carrier: { carrier: "UPS" } })
  })

  it("refuses a number whose check digit is wrong, and names it", () => {
    const result = corrected(shipment(), { trackingNumber: UPS_WRONG_DIGIT })
    expect(result).toMatchObject({ problems: [{ code: "tracking_number_check_digit" }] })
    expect(JSON.stringify(result)).toContain(UPS_WRONG_DIGIT)
  })

  it("only warns of a wrong check digit when the store asked for that", () => {
    const result = corrected(
      shipment(),
      { trackingNumber: UPS_WRONG_DIGIT },
      { strictness: "lenient" }
    )
    expect(result).toMatchObject({ warnings: [{ text: expect.stringContaining(UPS_WRONG_DIGIT) }] })
  })

  it("takes the carrier from a number that is certainly another carrier's", () => {
    const payload = shipment(parcel(USPS, { carrier: "USPS" }))
    const [first] = packagesOf(payload, { trackingNumber: UPS })
    expect(first.carrier).toEqual({ carrier: "UPS" })
  })

  it("keeps a carrier that fits the new number", () => {
    const payload = shipment(parcel("12345678", { carrier: "OnTrac" }))
    const [first] = packagesOf(payload, { trackingNumber: "ABC1234567" })
    expect(first.carrier).toEqual({ carrier: "OnTrac" })
  })

  it("writes a carrier as Walmart spells it", () => {
    const payload = shipment(parcel("986578788855", { otherCarrier: "x", trackingUrl: "" }))
    const [first] = packagesOf(payload, { carrier: "federal express" })
    expect(first.carrier).toEqual({ carrier: "FedEx" })
  })

  it("asks for a link when the carrier is not in Walmart's list", () => {
    const payload = shipment(parcel("ABC1234567", { carrier: "OnTrac" }))
    expect(codesOf(payload, { carrier: "Acme Couriers" })).toEqual(["tracking_url_missing"])
    const [first] = packagesOf(payload, {
      carrier: "Acme Couriers",
      trackingUrl: "https://acme-couriers.com/t/ABC1234567",
    })
    expect(first.carrier).toEqual({
      otherCarrier: "Acme Couriers",
      trackingUrl: "https://acme-couriers.com/t/ABC1234567",
    })
  })

  it("corrects the named package only", () => {
    const payload = shipment(parcel(UPS, { carrier: "UPS" }), parcel("", { carrier: "UPS" }))
    const packages = packagesOf(payload, { packageIndex: 1, trackingNumber: USPS })
    expect(packages.map((entry) => entry.trackingNumber)).toEqual([UPS, USPS])
    expect(payload.packages[1].trackingNumber).toBe("")
  })

  it("corrects several packages at once, because all of them are checked", () => {
    const payload = shipment(parcel("", { carrier: "UPS" }), parcel("", { carrier: "UPS" }))
    expect(codesOf(payload, { packageIndex: 0, trackingNumber: UPS })).toEqual([
      "tracking_number_missing",
    ])
    const packages = packagesOf(payload, {
      packages: [
        { packageIndex: 0, trackingNumber: UPS },
        { packageIndex: 1, trackingNumber: USPS },
      ],
    })
    expect(packages).toMatchObject([
      { trackingNumber: UPS, carrier: { carrier: "UPS" } },
      { trackingNumber: USPS, carrier: { carrier: "USPS" } },
    ])
    const wrong = { packages: [{ packageIndex: 2, trackingNumber: UPS }] }
    expect(codesOf(payload, wrong)).toEqual(["package_unknown"])
  })

  it("takes carrier and link away when they are emptied, and recognizes the carrier anew", () => {
    const link = "https://acme-couriers.com/t/1"
    const payload = shipment(parcel(UPS, { otherCarrier: "Acme Couriers", trackingUrl: link }))
    const [first] = packagesOf(payload, { carrier: "", trackingUrl: "" })
    expect(first.carrier).toEqual({ carrier: "UPS" })
    expect(codesOf(payload, { trackingUrl: "" })).toContain("tracking_url_missing")
  })

  it("asks which package is meant when there are several", () => {
    const payload = shipment(parcel(UPS, { carrier: "UPS" }), parcel(USPS, { carrier: "USPS" }))
    expect(codesOf(payload, { trackingNumber: UPS })).toEqual(["package_unknown"])
    expect(codesOf(payload, { packageIndex: 2, trackingNumber: UPS })).toEqual(["package_unknown"])
  })

  it("refuses the order's own number as tracking", () => {
    expect(codesOf(shipment(), { trackingNumber: context.purchaseOrderId })).toEqual([
      "tracking_number_is_order_number",
    ])
  })

  it("remembers the decision to ship although the customer asked to cancel", () => {
    expect(corrected(shipment(), { shipAnyway: true })).toMatchObject({
      payload: { overrideCustomerCancellation: true },
    })
  })

  it("refuses a cancellation reason", () => {
    expect(codesOf(shipment(), { reason: "SELLER_CANCEL_OUT_OF_STOCK" })).toEqual([
      "not_correctable",
    ])
  })
})

describe("correcting a cancellation", () => {
  it("takes a reason of the market", () => {
    expect(corrected(cancellation(""), { reason: " SELLER_CANCEL_OUT_OF_STOCK " })).toMatchObject({
      payload: { reason: "SELLER_CANCEL_OUT_OF_STOCK" },
    })
  })

  it("refuses to send again without a reason, or with an unknown one", () => {
    expect(codesOf(cancellation(""), {})).toEqual(["reason_missing"])
    expect(codesOf(cancellation(""), { reason: "BECAUSE" })).toEqual(["reason_unknown"])
  })

  it("takes the customer's reason only when the customer asked for every line", () => {
    const reason = "CUSTOMER_REQUESTED_SELLER_TO_CANCEL"
    expect(codesOf(cancellation(""), { reason })).toEqual(["reason_customer_did_not_ask"])
    expect(codesOf(cancellation(""), { reason }, { askedLines: ["1"] })).toEqual([])
  })

  it("refuses a tracking number", () => {
    expect(codesOf(cancellation("x"), { trackingNumber: UPS })).toEqual(["not_correctable"])
  })
})

it("has nothing to correct about an acknowledgment, which may be sent again", () => {
  const payload: UpdatePayload = { kind: "acknowledgment" }
  expect(corrected(payload, {})).toEqual({ payload, warnings: [] })
  expect(codesOf(payload, { carrier: "UPS" })).toEqual(["not_correctable"])
})
