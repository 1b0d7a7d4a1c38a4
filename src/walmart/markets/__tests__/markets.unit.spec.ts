import type { MarketCode } from "../market"
import { checkReason, marketOf, offeredReasons, customerAskedForAll } from "../markets"
import { problemText } from "../../common/problem"

const us = marketOf("us")
const ASKED = "CUSTOMER_REQUESTED_SELLER_TO_CANCEL"
const OUT_OF_STOCK = "SELLER_CANCEL_OUT_OF_STOCK"

describe("marketOf", () => {
  it("knows the published US figures", () => {
    expect(us).toMatchObject({
      currency: "USD",
      headers: {},
      acknowledgeWithinHours: 4,
      autoCancelAfterDays: 4,
      trackingCorrectionHours: 4,
      maxLinesPerWrite: 100,
    })
  })

  it("knows all 88 US carriers by their exact names, none of them twice", () => {
    expect(us.carriers).toHaveLength(88)
    expect(new Set(us.carriers).size).toBe(88)
    expect(us.carriers).toEqual(
      expect.arrayContaining([
        "DHL Ecommerce - US",
        "Metropolitan Warehouse & Delivery",
        "WIN.IT America",
        "USPS First Class Mail",
        "ShipGlobal",
        "Western Post",
        ...["Aramex", "Xindus", "Spreetail", "P2PG", "UniUni"],
        ...["GOFO", "SwiftX", "Exelot", "DoorDash", "SpeedX"],
      ])
    )
    expect(us.carriers.filter((name) => name !== name.trim() || name === "")).toEqual([])
  })

  it.each<[MarketCode, string]>([
    ["ca", "CAD"],
    ["mx", "MXN"],
    ["cl", "CLP"],
  ])("sends the Global API's headers for %s", (code, currency) => {
    const market = marketOf(code)
    expect(market.currency).toBe(currency)
    expect(market.headers).toEqual({ WM_MARKET: code, WM_GLOBAL_VERSION: "3.1" })
  })

  it("adds a store's carriers and reasons and takes its figures", () => {
    const reason = { ...us.cancellationReasons[1], code: "NEW_REASON", label: "New" }
    const market = marketOf("us", {
      carriers: ["Veho", "UPS"],
      cancellationReasons: [reason],
      autoCancelAfterDays: 6,
      trackingCorrectionHours: null,
    })
    expect(market.carriers).toEqual([...us.carriers, "Veho"])
    expect(market.cancellationReasons).toEqual([...us.cancellationReasons, reason])
    expect(market).toMatchObject({ autoCancelAfterDays: 6, trackingCorrectionHours: null })
  })

  it("lets a store's reason replace the one with its code, and changes nothing for other stores", () => {
    const reason = { ...us.cancellationReasons[2], label: "Sold out" }
    const market = marketOf("us", { cancellationReasons: [reason] })
    expect(market.cancellationReasons).toHaveLength(5)
    expect(market.cancellationReasons.find(({ code }) => code === OUT_OF_STOCK)?.label).toBe(
      "Sold out"
    )
    expect(marketOf("us")).toEqual(us)
  })

  it("keeps Walmart's figure where an override is left undefined", () => {
    expect(marketOf("us", { acknowledgeWithinHours: undefined }).acknowledgeWithinHours).toBe(4)
  })

  it("leads to the order in Seller Center, whatever the number holds", () => {
    expect(us.sellerCenterOrderUrl("1799999999001")).toBe(
      "https://seller.walmart.com/orders/manage-orders?orderGroups=All&poNumber=1799999999001"
    )
    expect(us.sellerCenterOrderUrl("1&x=2")).toContain("poNumber=1%26x%3D2")
  })
})

describe("cancellation reasons", () => {
  it("are exactly the five Walmart accepts from US sellers", () => {
    expect(us.cancellationReasons.map(({ code }) => code)).toEqual([
      ASKED,
      "SELLER_CANCEL_PRICING_ERROR",
      OUT_OF_STOCK,
      "SELLER_CANCEL_FRAUD_STOP_SHIPMENT",
      "SELLER_CANCEL_ADDRESS_NOT_SERVICEABLE",
    ])
  })

  it("say that only out of stock sets the item's stock to zero", () => {
    const zeroing = us.cancellationReasons.filter((reason) => reason.zeroesStock)
    expect(zeroing.map(({ code }) => code)).toEqual([OUT_OF_STOCK])
    expect(zeroing[0].effect).toContain("stock to 0")
  })

  it("preselect the customer's request when there is one", () => {
    const offered = offeredReasons(us, { customerAsked: true })
    expect(offered).toHaveLength(5)
    expect(offered.filter((reason) => reason.preselected).map(({ code }) => code)).toEqual([ASKED])
    expect(offered[0]).toMatchObject({ code: ASKED, countsAgainstSeller: false })
  })

  it("leave out the customer's request and preselect nothing when there is none", () => {
    const offered = offeredReasons(us, { customerAsked: false })
    expect(offered.map(({ code }) => code)).not.toContain(ASKED)
    expect(offered.some((reason) => reason.preselected)).toBe(false)
  })

  it.each<[MarketCode, string[]]>([
    ["ca", ["CANCEL_BY_SELLER"]],
    ["mx", ["MIRAKL_REFUND_45", "MIRAKL_REFUND_15", "SELLER_REJECTION"]],
    ["cl", ["ERROR_DE_PRECIO", "AGOTADO", "RECHAZAR"]],
  ])("have their own codes in %s", (code, expected) => {
    const offered = offeredReasons(marketOf(code), { customerAsked: false })
    expect(offered.map((reason) => reason.code)).toEqual(expected)
  })

  it("preselect nothing where the market has no reason for a customer's request", () => {
    const offered = offeredReasons(marketOf("mx"), { customerAsked: true })
    expect(offered.some((reason) => reason.preselected)).toBe(false)
  })
})

describe("checkReason", () => {
  it.each([
    [ASKED, true],
    [OUT_OF_STOCK, true],
    [OUT_OF_STOCK, false],
    [` ${OUT_OF_STOCK} `, false],
  ])("accepts %s when the customer's request is %s", (code, customerAsked) => {
    expect(checkReason(us, code, { customerAsked })).toBeNull()
  })

  it.each([null, undefined, "", "  "])("refuses a missing reason: %j", (code) => {
    expect(checkReason(us, code, { customerAsked: false })?.code).toBe("reason_missing")
  })

  it("refuses the customer's request when the customer asked nothing, and says what to do", () => {
    const problem = checkReason(us, ASKED, { customerAsked: false })
    expect(problem).toMatchObject({
      code: "reason_customer_did_not_ask",
      field: "reason",
      value: ASKED,
    })
    expect(problem && problemText(problem).text).toBe(
      'Walmart accepts "Customer asked to cancel" only after the customer asked Walmart to cancel, and this customer has not. Choose "Pricing error", "Out of stock", "Fraud confirmed by Walmart" or "Undeliverable address", or have the customer ask for the cancellation in their Walmart account.'
    )
  })

  it.each(["SELLER_CANCEL_CUSTOMER_DUPLICATE_ORDER", "CANCEL_BY_SELLER", "out of stock"])(
    "refuses a retired, foreign or invented reason: %s",
    (code) => {
      const problem = checkReason(us, code, { customerAsked: false })
      expect(problem?.code).toBe("reason_unknown")
      expect(problem?.remedy).toContain('SELLER_CANCEL_OUT_OF_STOCK ("Out of stock")')
    }
  )
})

describe("the customer's own request", () => {
  const lines = (...asked: boolean[]) =>
    asked.map((customerAskedToCancel) => ({ customerAskedToCancel }))

  it("is a reason only when it stands on every line that would be canceled", () => {
    expect(customerAskedForAll(lines(true, true))).toBe(true)
    expect(customerAskedForAll(lines(true, false))).toBe(false)
    expect(customerAskedForAll(lines())).toBe(false)
  })
})
