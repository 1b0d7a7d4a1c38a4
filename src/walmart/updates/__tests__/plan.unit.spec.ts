import type { MedusaFulfillment, PlanInput } from "../model/sides"
import { checkCancellation } from "../../checks/check-cancellation"
import { checkShipment } from "../../checks/check-shipment"
import { marketOf } from "../../markets/markets"
import { planUpdates } from "../plan"
import type { KnownUpdate } from "../model/update"
import { english } from "../../words/phrase"

const UPS = "1Z999AA10123456784"
const NOTHING = { created: 0, acknowledged: 0, shipped: 0, delivered: 0, canceled: 0, refunded: 0 }

function fulfillment(changes: Partial<MedusaFulfillment> = {}): MedusaFulfillment {
  return {
    id: "ful_1",
    shippedAt: 1_790_000_100_000,
    shippedBy: null,
    canceledAt: null,
    lines: [{ lineNumber: "1", quantity: 2 }],
    labels: [{ trackingNumber: UPS, trackingUrl: "#" }],
    chosen: null,
    mapped: null,
    shipAnyway: false,
    shippedBeforeImport: false,
    ...changes,
  }
}

function question(changes: {
  medusa?: Partial<PlanInput["medusa"]>
  walmart?: Partial<PlanInput["walmart"]>
  line?: Partial<PlanInput["walmart"]["lines"][number]>
  known?: KnownUpdate[]
  strictness?: "strict" | "lenient"
}): PlanInput {
  return {
    medusa: {
      displayId: "42",
      canceledAt: null,
      updatedAt: 1_790_000_000_000,
      items: [{ lineNumber: "1", quantity: 3 }],
      fulfillments: [],
      reason: null,
      reasonBy: null,
      defaultReason: null,
      ...changes.medusa,
    },
    walmart: {
      purchaseOrderId: "109000000000001",
      customerOrderId: "200000000000001",
      orderedAt: 1_790_000_000_000,
      currency: "usd",
      readOnly: false,
      lines: [
        {
          lineNumber: "1",
          quantity: 3,
          quantities: { ...NOTHING, acknowledged: 3 },
          customerAskedToCancel: false,
          ...changes.line,
        },
      ],
      ...changes.walmart,
    },
    known: changes.known ?? [],
    market: marketOf("us"),
    strictness: changes.strictness ?? "strict",
    now: 1_790_000_200_000,
  }
}

function known(uniqueKey: string, status: KnownUpdate["status"]): KnownUpdate {
  const payload = { kind: "acknowledgment" as const }
  return { id: `id:${uniqueKey}`, sequence: 1, uniqueKey, status, payload, payloadVersion: 1 }
}

describe("an update that this version cannot read", () => {
  const opaque = (status: KnownUpdate["status"], changes: object): KnownUpdate => ({
    ...known("cancellation:1=1", status),
    ...changes,
  })
  const foreign = { payloadVersion: 2, payload: { kind: "cancellation", units: { 1: 1 } } }
  const torn = { payload: { kind: "cancellation" } }
  const shipping = { items: [{ lineNumber: "1", quantity: 2 }], fulfillments: [fulfillment()] }

  it.each([foreign, torn])("hides no shipment, and is told nothing twice", (payload) => {
    const medusa = { ...shipping, reason: "SELLER_CANCEL_PRICING_ERROR" }
    const input = question({ medusa, known: [opaque("needs_attention", payload)] })
    expect(planUpdates(input).add.map((u) => u.uniqueKey)).toEqual(["shipment:ful_1"])
    expect(planUpdates(input).supersede).toEqual([])
  })

  it("that is finished leaves the rest to what Walmart shows", () => {
    const line = { quantities: { ...NOTHING, acknowledged: 2, canceled: 1 } }
    const input = question({ line, medusa: shipping, known: [opaque("sent", foreign)] })
    expect(planUpdates(input).add.map((u) => u.uniqueKey)).toEqual(["shipment:ful_1"])
  })
})

describe("planUpdates", () => {
  it("acknowledges an order that Walmart shows as created, once", () => {
    const line = { quantities: { ...NOTHING, created: 3 } }
    expect(planUpdates(question({ line })).add.map((u) => u.uniqueKey)).toEqual(["acknowledgment"])
    const again = question({ line, known: [known("acknowledgment", "dismissed")] })
    expect(planUpdates(again).add).toEqual([])
  })

  it("plans nothing for an order that Walmart fulfills itself", () => {
    const input = question({
      walmart: { readOnly: true },
      medusa: { fulfillments: [fulfillment()], canceledAt: 1 },
    })
    expect(planUpdates(input)).toEqual({ add: [], supersede: [] })
  })

  it("plans a shipment with its recognized carrier and cleaned number", () => {
    const labels = [{ trackingNumber: "1z 999-AA1 0123456784", trackingUrl: "#" }]
    const { add } = planUpdates(question({ medusa: { fulfillments: [fulfillment({ labels })] } }))
    expect(add).toHaveLength(1)
    expect(add[0]).toMatchObject({ uniqueKey: "shipment:ful_1", attention: null })
    expect(add[0].payload).toMatchObject({
      packages: [{ trackingNumber: UPS, carrier: { carrier: "UPS" } }],
    })
  })

  it("says who asked: who shipped, who chose the reason; and nobody where Medusa knows nobody", () => {
    const shippedBy = (who: string | null) => {
      const medusa = { fulfillments: [fulfillment({ shippedBy: who })] }
      return planUpdates(question({ medusa })).add[0].requestedBy
    }
    expect([shippedBy("user_1"), shippedBy(null)]).toEqual(["user_1", undefined])
    const reason = { reason: "SELLER_CANCEL_PRICING_ERROR", reasonBy: "user_2" }
    const medusa = { canceledAt: 1_790_000_200_000, ...reason }
    expect(planUpdates(question({ medusa })).add[0].requestedBy).toBe("user_2")
  })

  it("deals units to several labels in order, and reports a label that gets none", () => {
    const labels = ["LX0000000001", "LX0000000002", "LX0000000003"].map((trackingNumber) => ({
      trackingNumber,
      trackingUrl: null,
    }))
    const chosen = { carrier: "OnTrac", trackingUrl: null }
    const { add } = planUpdates(
      question({ medusa: { fulfillments: [fulfillment({ labels, chosen })] } })
    )
    expect(add[0].payload).toMatchObject({
      packages: [
        { trackingNumber: "LX0000000001", lines: [{ lineNumber: "1", quantity: 1 }] },
        { trackingNumber: "LX0000000002", lines: [{ lineNumber: "1", quantity: 1 }] },
      ],
    })
    expect(add[0].warnings[0].text).toContain("LX0000000003")
  })

  describe("with several shipments to tell", () => {
    const shippedAt = (id: string, after: number) =>
      fulfillment({
        id,
        shippedAt: 1_790_000_100_000 + after,
        lines: [{ lineNumber: "1", quantity: 1 }],
      })
    const keysOf = (fulfillments: MedusaFulfillment[]) =>
      planUpdates(question({ medusa: { fulfillments } })).add.map(({ uniqueKey }) => uniqueKey)

    it("follows the time at which they were shipped, not the order in which they come or were made", () => {
      const later = shippedAt("ful_1", 2)
      const first = shippedAt("ful_2", 0)
      const between = shippedAt("ful_3", 1)
      const wanted = ["shipment:ful_2", "shipment:ful_3", "shipment:ful_1"]
      expect(keysOf([later, first, between])).toEqual(wanted)
      expect(keysOf([between, first, later])).toEqual(wanted)
    })

    it("puts those of the same moment in the same order whenever it is asked", () => {
      const same = ["ful_1", "ful_2", "ful_3"].map((id) => shippedAt(id, 0))
      const wanted = ["shipment:ful_1", "shipment:ful_2", "shipment:ful_3"]
      expect(keysOf(same)).toEqual(wanted)
      expect(keysOf([same[2], same[0], same[1]])).toEqual(wanted)
    })
  })

  it.each([
    ["no label at all", [], "tracking_number_missing"],
    ["a placeholder", [{ trackingNumber: "n/a", trackingUrl: "#" }], "tracking_number_placeholder"],
    [
      "the order's own number",
      [{ trackingNumber: "109000000000001", trackingUrl: "#" }],
      "tracking_number_is_order_number",
    ],
    [
      "a wrong check digit",
      [{ trackingNumber: "1Z999AA10123456785", trackingUrl: "#" }],
      "tracking_number_check_digit",
    ],
  ])("lets a shipment made past the screen wait for a person: %s", (_name, labels, code) => {
    const { add } = planUpdates(question({ medusa: { fulfillments: [fulfillment({ labels })] } }))
    expect(add[0].attention?.code).toBe(code)
    expect(add[0].attention?.remedy).toBeTruthy()
  })

  it("supersedes the waiting shipment of a fulfillment that was canceled", () => {
    const input = question({
      medusa: { fulfillments: [fulfillment({ canceledAt: 5 })] },
      known: [known("shipment:ful_1", "pending")],
    })
    expect(planUpdates(input)).toEqual({ add: [], supersede: ["id:shipment:ful_1"] })
  })

  it("leaves alone what was only taken over from Walmart", () => {
    const input = question({
      medusa: { fulfillments: [fulfillment({ shippedBeforeImport: true })] },
    })
    expect(planUpdates(input).add).toEqual([])
  })

  it("cancels everything not shipped, with the reason that was chosen", () => {
    const input = question({
      medusa: { canceledAt: 1_790_000_200_000, reason: "SELLER_CANCEL_PRICING_ERROR", items: [] },
    })
    expect(planUpdates(input).add).toMatchObject([
      {
        uniqueKey: "cancellation:1=3",
        attention: null,
        payload: { reason: "SELLER_CANCEL_PRICING_ERROR", lines: [{ quantity: 3, total: 3 }] },
      },
    ])
  })

  it("cancels the units an order edit took away", () => {
    const input = question({
      medusa: {
        items: [{ lineNumber: "1", quantity: 1 }],
        reason: "SELLER_CANCEL_OUT_OF_STOCK",
      },
    })
    expect(planUpdates(input).add[0].payload).toMatchObject({ lines: [{ quantity: 2, total: 2 }] })
  })

  it.each([
    [2.5, []],
    [1.5, [{ payload: { lines: [{ quantity: 1, total: 1 }] } }]],
  ])("cancels whole units only where an order holds %s of a line of three", (quantity, add) => {
    const items = [{ lineNumber: "1", quantity }]
    const medusa = { items, reason: "SELLER_CANCEL_OUT_OF_STOCK" }
    expect(planUpdates(question({ medusa })).add).toMatchObject(add)
  })

  it("does not cancel again what Walmart canceled by itself", () => {
    const line = { quantities: { ...NOTHING, acknowledged: 1, canceled: 2 } }
    const items = [{ lineNumber: "1", quantity: 1 }]
    expect(planUpdates(question({ line, medusa: { items, reason: "x" } })).add).toEqual([])
  })

  it("uses the customer's own request as the reason when there is one", () => {
    const input = question({
      line: { customerAskedToCancel: true },
      medusa: { canceledAt: 1, items: [] },
    })
    expect(planUpdates(input).add[0]).toMatchObject({
      attention: null,
      payload: { reason: "CUSTOMER_REQUESTED_SELLER_TO_CANCEL" },
    })
  })

  it("puts the customer's own request before the account's default reason", () => {
    const medusa = { canceledAt: 1, items: [], defaultReason: "SELLER_CANCEL_OUT_OF_STOCK" }
    const reasonOf = (customerAskedToCancel: boolean) =>
      planUpdates(question({ line: { customerAskedToCancel }, medusa })).add[0].payload
    expect(reasonOf(true)).toMatchObject({ reason: "CUSTOMER_REQUESTED_SELLER_TO_CANCEL" })
    expect(reasonOf(false)).toMatchObject({ reason: "SELLER_CANCEL_OUT_OF_STOCK" })
  })

  describe("when a second order edit brings units back", () => {
    const items = (quantity: number) => [{ lineNumber: "1", quantity }]
    const canceling = (total: number, status: KnownUpdate["status"]): KnownUpdate => ({
      ...known(`cancellation:1=${total}`, status),
      payload: {
        kind: "cancellation",
        reason: "",
        lines: [{ lineNumber: "1", quantity: total, total }],
      },
    })

    it.each(["pending", "needs_attention"] as const)(
      "gives up their cancellation while it is %s",
      (status) => {
        const input = question({ medusa: { items: items(3) }, known: [canceling(2, status)] })
        expect(planUpdates(input)).toEqual({ add: [], supersede: ["id:cancellation:1=2"] })
      }
    )

    it("cancels what is still taken away", () => {
      const input = question({ medusa: { items: items(2) }, known: [canceling(2, "pending")] })
      const { add, supersede } = planUpdates(input)
      expect(supersede).toEqual(["id:cancellation:1=2"])
      expect(add).toMatchObject([{ payload: { lines: [{ quantity: 1, total: 1 }] } }])
    })

    it("can take them away once more", () => {
      const input = question({ medusa: { items: items(1) }, known: [canceling(2, "superseded")] })
      expect(planUpdates(input).add).toMatchObject([{ uniqueKey: "cancellation:1=2#2" }])
    })

    it("leaves alone what Walmart was told", () => {
      const input = question({ medusa: { items: items(3) }, known: [canceling(2, "sent")] })
      expect(planUpdates(input)).toEqual({ add: [], supersede: [] })
    })
  })

  it("keeps a cancellation that waits although its units left by other hands", () => {
    const line = { quantities: { ...NOTHING, shipped: 3 } }
    const waiting: KnownUpdate = {
      ...known("cancellation:1=3", "needs_attention"),
      payload: {
        kind: "cancellation",
        reason: "x",
        lines: [{ lineNumber: "1", quantity: 3, total: 3 }],
      },
    }
    const input = question({ line, medusa: { canceledAt: 1, items: [] }, known: [waiting] })
    expect(planUpdates(input).supersede).toEqual([])
  })

  it("asks for a reason when nobody chose one", () => {
    const { add } = planUpdates(question({ medusa: { canceledAt: 1, items: [] } }))
    expect(add[0].attention).toMatchObject({ code: "reason_missing" })
  })
})

describe("checkShipment", () => {
  it("asks nothing of a parcel with nothing of the Walmart order, such as a claim's replacement", () => {
    const replacement = { ...fulfillment(), lines: [], labels: [] }
    const checked = checkShipment({ ...question({}), fulfillment: replacement })
    expect(checked).toMatchObject({ refusals: [], concerns: [] })
  })

  it("accepts a good number", () => {
    const checked = checkShipment({ ...question({}), fulfillment: fulfillment() })
    expect(checked.refusals).toEqual([])
  })

  it("refuses to ship what Walmart canceled", () => {
    const line = { quantities: { ...NOTHING, canceled: 2, acknowledged: 1 } }
    const checked = checkShipment({ ...question({ line }), fulfillment: fulfillment() })
    expect(english(checked.refusals.flat())).toMatch(/canceled at Walmart.*Do not send the parcel/)
  })

  it("refuses an order that Walmart ships itself", () => {
    const input = question({ walmart: { readOnly: true } })
    const { refusals } = checkShipment({ ...input, fulfillment: fulfillment() })
    expect(english(refusals.flat())).toContain("WFS")
  })

  it("warns in lenient mode where strict mode refuses", () => {
    const labels = [{ trackingNumber: "1Z999AA10123456785", trackingUrl: "#" }]
    const asked = { ...question({ strictness: "lenient" }), fulfillment: fulfillment({ labels }) }
    expect(checkShipment(asked).refusals).toEqual([])
    expect(checkShipment(asked).warnings).toHaveLength(1)
  })
})

describe("checkCancellation", () => {
  it("asks for a reason, and says where one is chosen", () => {
    const checked = checkCancellation(question({}))
    expect(checked.allowed ? "" : english(checked.refusal)).toMatch(
      /^Choose a cancellation reason in the Walmart box/
    )
  })

  it("needs no choice when the customer asked", () => {
    const line = { customerAskedToCancel: true }
    expect(checkCancellation(question({ line }))).toEqual({
      allowed: true,
      reason: "CUSTOMER_REQUESTED_SELLER_TO_CANCEL",
    })
  })

  it("takes the customer's request before the account's default, and the default else", () => {
    const medusa = { defaultReason: "SELLER_CANCEL_OUT_OF_STOCK" }
    const line = { customerAskedToCancel: true }
    expect(checkCancellation(question({ line, medusa }))).toMatchObject({
      reason: "CUSTOMER_REQUESTED_SELLER_TO_CANCEL",
    })
    expect(checkCancellation(question({ medusa }))).toEqual({
      allowed: true,
      reason: "SELLER_CANCEL_OUT_OF_STOCK",
    })
  })

  it("refuses when Walmart shows a line shipped", () => {
    const line = { quantities: { ...NOTHING, shipped: 1, acknowledged: 2 } }
    expect(checkCancellation(question({ line }))).toMatchObject({ allowed: false })
  })

  it("takes no refund of a canceled unit for a shipped one", () => {
    const line = { quantities: { ...NOTHING, canceled: 1, refunded: 1, acknowledged: 2 } }
    const medusa = { reason: "SELLER_CANCEL_PRICING_ERROR" }
    expect(checkCancellation(question({ line, medusa }))).toMatchObject({ allowed: true })
  })

  it("lets an order go that Walmart canceled already", () => {
    const line = { quantities: { ...NOTHING, canceled: 3 } }
    expect(checkCancellation(question({ line }))).toMatchObject({ allowed: true })
  })
})

describe("the country a parcel is shipped from", () => {
  const shipped = { ...question({ medusa: { fulfillments: [fulfillment()] } }) }
  const fromCanada = question({
    medusa: { fulfillments: [fulfillment({ shipFromCountry: "CA" })] },
  })
  const ca = marketOf("ca")

  it("is told where Walmart asks for it, and only there", () => {
    const [canadian] = planUpdates({ ...fromCanada, market: ca }).add.slice(-1)
    expect(canadian).toMatchObject({ payload: { shipFromCountry: "CA" }, attention: null })
    const [american] = planUpdates(fromCanada).add.slice(-1)
    expect(american.payload).not.toHaveProperty("shipFromCountry")
  })

  it("is asked for before a shipment is saved, and keeps back one that was saved without", () => {
    const canadian = { ...shipped, market: ca }
    const { refusals } = checkShipment({ ...canadian, fulfillment: fulfillment() })
    expect(english(refusals.flat())).toMatch(
      /from which country.*Enter the stock location's address/
    )
    expect(planUpdates(canadian).add.slice(-1)).toMatchObject([
      { attention: { code: "ship_from_missing" } },
    ])
    expect(checkShipment({ ...shipped, fulfillment: fulfillment() }).refusals).toEqual([])
  })
})

describe("more labels than a shipment has units", () => {
  const labels = [UPS, "1Z410E7W0392751591", "1Z879E930346834440"].map((trackingNumber) => ({
    trackingNumber,
    trackingUrl: null,
  }))

  it("are refused before anything is saved, with the number that is too much", () => {
    const three = fulfillment({ labels })
    const { refusals } = checkShipment({ ...question({}), fulfillment: three })
    expect(refusals.map(english)).toEqual([
      expect.stringMatching(
        /1Z879E930346834440 is one too many for a shipment of 2.*Enter as many/
      ),
    ])
    const two = fulfillment({ labels: labels.slice(0, 2) })
    expect(checkShipment({ ...question({}), fulfillment: two }).refusals).toEqual([])
  })

  it("need a person when they were saved past the screen", () => {
    const input = question({ medusa: { fulfillments: [fulfillment({ labels })] } })
    const shipment = planUpdates(input).add.find(({ payload }) => payload.kind === "shipment")
    expect(shipment?.attention).toMatchObject({
      code: "tracking_number_surplus",
      remedy: expect.stringMatching(/then retry: the number that is one too many is not sent/),
    })
  })

  it("do not count one number twice, but say that it was entered twice", () => {
    const twice = fulfillment({
      labels: [labels[0], labels[1], { ...labels[0], trackingNumber: "ups 1z999aa10123456784" }],
    })
    const { refusals, warnings } = checkShipment({ ...question({}), fulfillment: twice })
    expect(refusals).toEqual([])
    expect(warnings.map(({ text }) => text)).toEqual([
      expect.stringMatching(/1Z999AA10123456784 is entered more than once/),
    ])
  })
})

describe("units canceled with a reason of their own", () => {
  const PRICING = "SELLER_CANCEL_PRICING_ERROR"
  const STOCK = "SELLER_CANCEL_OUT_OF_STOCK"
  const cause = (id: string, total: number, reason: string) => ({
    ...{ id, reason, by: `user_${id}` },
    lines: [{ lineNumber: "1", total }],
  })
  const planned = (
    present: number,
    causes: ReturnType<typeof cause>[],
    known: KnownUpdate[] = []
  ) =>
    planUpdates(
      question({
        medusa: { items: [{ lineNumber: "1", quantity: present }], lineCancellations: causes },
        known,
      })
    ).add.map(({ payload, requestedBy, attention }) => ({
      reason: payload.kind === "cancellation" ? payload.reason : null,
      totals: payload.kind === "cancellation" ? payload.lines.map(({ total }) => total) : [],
      by: requestedBy,
      code: attention?.code ?? null,
    }))

  it("are told one by one, each by whoever canceled them, also when nothing was planned between", () => {
    expect(planned(1, [cause("a", 1, PRICING), cause("b", 2, STOCK)])).toEqual([
      { reason: PRICING, totals: [1], by: "user_a", code: null },
      { reason: STOCK, totals: [2], by: "user_b", code: null },
    ])
  })

  it("give their reason to no later edit of the order", () => {
    expect(planned(1, [cause("a", 1, PRICING)])).toEqual([
      { reason: PRICING, totals: [1], by: "user_a", code: null },
      { reason: "", totals: [2], by: undefined, code: "reason_missing" },
    ])
  })

  it("are not told again with that reason once they were brought back", () => {
    const lines = [{ lineNumber: "1", quantity: 1, total: 1 }]
    const payload = { kind: "cancellation" as const, reason: PRICING, lines, cause: "a" }
    const back = { ...known("cancellation:1=1", "superseded"), payload }
    expect(planned(2, [cause("a", 1, PRICING)], [back])).toMatchObject([{ code: "reason_missing" }])
  })
})

describe("when a part of a waiting cancellation is taken back", () => {
  const PRICING = "SELLER_CANCEL_PRICING_ERROR"
  const STOCK = "SELLER_CANCEL_OUT_OF_STOCK"
  type Cancellation = Extract<KnownUpdate["payload"], { kind: "cancellation" }>
  type Totals = Record<string, number>

  const linesOf = (totals: Totals) =>
    Object.entries(totals).map(([lineNumber, total]) => ({ lineNumber, quantity: total, total }))

  function waiting(
    sequence: number,
    totals: Totals,
    changes: Partial<Cancellation> = {},
    status: KnownUpdate["status"] = "pending"
  ): KnownUpdate {
    const lines = linesOf(totals)
    const key = `cancellation:${lines.map((l) => `${l.lineNumber}=${l.total}`).join(",")}`
    const payload: Cancellation = { kind: "cancellation", reason: PRICING, lines, ...changes }
    const requestedBy = `user_${sequence}`
    return { ...known(key, status), ...{ id: `wmu_${sequence}`, sequence, payload, requestedBy } }
  }

  /** Three lines of three units, of which these are left in Medusa. */
  function plan(
    present: number[],
    updates: KnownUpdate[],
    medusa: Partial<PlanInput["medusa"]> = {}
  ) {
    const input = question({
      medusa: {
        defaultReason: STOCK,
        items: present.map((quantity, at) => ({ lineNumber: String(at + 1), quantity })),
        ...medusa,
      },
      walmart: {
        lines: present.map((_, at) => ({
          ...{ lineNumber: String(at + 1), quantity: 3, customerAskedToCancel: false },
          quantities: { ...NOTHING, acknowledged: 3 },
        })),
      },
      known: updates,
    })
    const { add, supersede } = planUpdates(input)
    const planned = add.map(({ uniqueKey, payload, requestedBy, attention, keepsReason }) => ({
      ...{ key: uniqueKey, by: requestedBy, asks: attention?.code ?? null },
      reason: payload.kind === "cancellation" ? payload.reason : null,
      cause: payload.kind === "cancellation" ? payload.cause : null,
      isKept: keepsReason ?? false,
    }))
    return { planned, supersede }
  }

  const kept = (key: string, by = "user_1", cause?: string) => ({
    ...{ key, by, cause, asks: null, reason: PRICING, isKept: true },
  })

  it.each([STOCK, null])(
    "the rest keeps its reason and its person; the default is %s",
    (standard) => {
      const { planned, supersede } = plan([3, 2, 3], [waiting(1, { 1: 1, 2: 1 })], {
        defaultReason: standard,
      })
      expect(supersede).toEqual(["wmu_1"])
      expect(planned).toEqual([kept("cancellation:2=1")])
    }
  )

  it("so do the other units of one line", () => {
    const { planned } = plan([2], [waiting(1, { 1: 2 })])
    expect(planned).toEqual([kept("cancellation:1=1")])
  })

  it("the rest keeps the line cancellation that it is for, and the reason that a person corrected since", () => {
    const lines = [
      { lineNumber: "1", total: 1 },
      { lineNumber: "2", total: 1 },
    ]
    const lineCancellations = [{ id: "a", reason: STOCK, by: "user_a", lines }]
    const told = [waiting(1, { 1: 1, 2: 1 }, { cause: "a" })]
    const { planned } = plan([3, 2, 3], told, { lineCancellations })
    expect(planned).toEqual([kept("cancellation:2=1", "user_1", "a")])
  })

  it("units that are canceled beside it have their own reason", () => {
    const told = [waiting(1, { 1: 1, 2: 1 })]
    const chosen = { reason: "SELLER_CANCEL_ADDRESS_NOT_SERVICEABLE", reasonBy: "user_9" }
    const { planned } = plan([3, 1, 2], told, chosen)
    expect(planned).toEqual([
      kept("cancellation:2=1"),
      {
        ...{ key: "cancellation:2=2,3=1", by: "user_9", asks: null, cause: undefined },
        ...{ reason: chosen.reason, isKept: false },
      },
    ])
  })

  it("several cancellations stay apart, in their turn", () => {
    const told = [waiting(2, { 1: 2, 3: 1 }, { reason: STOCK }), waiting(1, { 1: 1, 2: 1 })]
    const { planned, supersede } = plan([3, 2, 2], told)
    expect(supersede.sort()).toEqual(["wmu_1", "wmu_2"])
    expect(planned.map(({ key, reason, by }) => [key, reason, by])).toEqual([
      ["cancellation:2=1", PRICING, "user_1"],
      ["cancellation:3=1", STOCK, "user_2"],
    ])
  })

  it("the rest has a key of its own although the same was wanted before", () => {
    const told = [waiting(1, { 2: 1 }, {}, "superseded"), waiting(2, { 1: 1, 2: 1 })]
    expect(plan([3, 2, 3], told).planned).toEqual([kept("cancellation:2=1#2", "user_2")])
  })

  it("a reason that nobody had chosen is asked for again, or the default", () => {
    const told = [waiting(1, { 1: 1, 2: 1 }, { reason: "" }, "needs_attention")]
    const { planned } = plan([3, 2, 3], told)
    expect(planned).toMatchObject([{ key: "cancellation:2=1", reason: STOCK, isKept: false }])
  })

  it("what was taken back before gives its reason to nothing", () => {
    const told = [waiting(1, { 1: 1, 2: 1 }, {}, "superseded")]
    expect(plan([3, 2, 3], told).planned).toMatchObject([{ reason: STOCK, isKept: false }])
  })

  it("nothing is planned when all of it is taken back", () => {
    const { planned, supersede } = plan([3, 3, 3], [waiting(1, { 1: 1, 2: 1 })])
    expect({ planned, supersede }).toEqual({ planned: [], supersede: ["wmu_1"] })
  })
})
