import type { PlanInput } from "../../updates/model/sides"
import { checkOrderEdit, type EditableItem, type EditAction } from "../check-order-edit"
import { marketOf } from "../../markets/markets"
import type { KnownUpdate } from "../../updates/model/update"
import { english, type Phrase } from "../../words/phrase"

const NOTHING = { created: 0, acknowledged: 0, shipped: 0, delivered: 0, canceled: 0, refunded: 0 }
const REASON = "SELLER_CANCEL_PRICING_ERROR"
const CUSTOMER = "CUSTOMER_REQUESTED_SELLER_TO_CANCEL"

const MUG: EditableItem = {
  ...{ id: "item_1", title: "Mug", lineNumber: "1" },
  ...{ quantity: 3, fulfilled: 0, unitPrice: 10, importedPrice: 10 },
}

interface Changes {
  item?: Partial<EditableItem>
  medusa?: Partial<PlanInput["medusa"]>
  line?: Partial<PlanInput["walmart"]["lines"][number]>
  known?: KnownUpdate[]
  readOnly?: boolean
}

function refusals(actions: Partial<EditAction>[], changes: Changes = {}, isFinal = true): Phrase[] {
  const empty = { kind: "ITEM_UPDATE", itemId: MUG.id, title: null }
  const { readOnly = false, known = [] } = changes
  return checkOrderEdit({
    isFinal,
    items: [{ ...MUG, ...changes.item }],
    actions: actions.map((one) => ({ ...empty, quantity: null, unitPrice: null, ...one })),
    input: {
      medusa: {
        ...{ displayId: "1", canceledAt: null, updatedAt: 0, fulfillments: [] },
        items: [{ lineNumber: "1", quantity: 3 }],
        ...{ reason: REASON, reasonBy: null, defaultReason: null },
        ...changes.medusa,
      },
      walmart: {
        ...{ purchaseOrderId: "1", customerOrderId: "2", orderedAt: 0, readOnly, currency: "usd" },
        lines: [
          {
            ...{ lineNumber: "1", quantity: 3, customerAskedToCancel: false },
            quantities: { ...NOTHING, acknowledged: 3 },
            ...changes.line,
          },
        ],
      },
      known,
      ...{ market: marketOf("us"), strictness: "strict", now: 1 },
    },
  })
}

function said(actions: Partial<EditAction>[], changes: Changes = {}): string {
  return english(refusals(actions, changes))
}

describe("an order edit", () => {
  it.each([2.5, 0.5])(
    "leaves no part of a unit behind, such as %s, because Walmart cancels whole ones",
    (quantity) => {
      for (const isFinal of [true, false]) {
        expect(english(refusals([{ quantity }], {}, isFinal))).toContain("whole units")
      }
    }
  )

  it("may take units out when the order has a reason, the customer asked, or the account has a default", () => {
    const less = [{ quantity: 2 }]
    expect(refusals(less)).toEqual([])
    const none = { reason: null }
    expect(refusals(less, { medusa: { ...none, defaultReason: REASON } })).toEqual([])
    expect(refusals(less, { medusa: none, line: { customerAskedToCancel: true } })).toEqual([])
  })

  it("is refused without a reason when it is finished, and not while it is put together", () => {
    const without = { medusa: { reason: null } }
    expect(said([{ quantity: 2 }], without)).toMatch(/needs a reason.*Choose.*Walmart box/)
    expect(refusals([{ quantity: 2 }], without, false)).toEqual([])
  })

  it("is refused the customer's reason when the customer did not ask", () => {
    const medusa = { reason: CUSTOMER }
    expect(said([{ quantity: 2 }], { medusa })).toMatch(/only after the customer asked/)
  })

  it("needs no reason for units that Walmart has canceled already", () => {
    const line = { quantities: { ...NOTHING, acknowledged: 2, canceled: 1 } }
    expect(refusals([{ quantity: 2 }], { medusa: { reason: null }, line })).toEqual([])
    expect(said([{ quantity: 1 }], { medusa: { reason: null }, line })).toMatch(/needs a reason/)
  })

  it("never has more units than Walmart's buyer ordered, less what is canceled", () => {
    expect(said([{ quantity: 4 }])).toMatch(/4 × “Mug” \(line 1\).*ordered 3\. Use 3 at most/)
    const back = { item: { quantity: 1 } }
    expect(refusals([{ quantity: 3 }], back)).toEqual([])
    const line = { quantities: { ...NOTHING, acknowledged: 2, canceled: 1 } }
    expect(said([{ quantity: 3 }], { ...back, line })).toMatch(/1 of them are canceled.*Use 2/)
  })

  it("counts a cancellation that was sent although an older read does not show it", () => {
    const lines = [{ lineNumber: "1", quantity: 1, total: 1 }]
    const sent: KnownUpdate = {
      ...{ id: "wmu_1", sequence: 1, uniqueKey: "cancellation:1=1", status: "sent" },
      ...{ payload: { kind: "cancellation", reason: REASON, lines }, payloadVersion: 1 },
    }
    expect(said([{ quantity: 3 }], { item: { quantity: 2 }, known: [sent] })).toMatch(/Use 2/)
  })

  it("leaves what is in a fulfillment, and what Walmart does not have open", () => {
    expect(said([{ quantity: 1 }], { item: { fulfilled: 2 } })).toMatch(/2 of 3.*Leave at least 2/)
    const line = { quantities: { ...NOTHING, acknowledged: 1, shipped: 2 } }
    expect(said([{ quantity: 1 }], { line })).toMatch(/2 × .*only 1 open/)
  })

  it("changes no price, but may repeat the present one", () => {
    expect(said([{ quantity: 3, unitPrice: 9 }])).toMatch(/10\.00 at Walmart.*9\.00/)
    expect(said([{ quantity: 3, unitPrice: 11 }])).toMatch(/refund a part/)
    expect(refusals([{ quantity: 2, unitPrice: 10.0001 }])).toEqual([])
  })

  it("adds and replaces nothing, whatever else it does", () => {
    const added = { kind: "ITEM_ADD", itemId: "item_2", title: "Cup", quantity: 1 }
    expect(said([added])).toMatch(/adds an item “Cup”.*Take it out/)
    expect(said([{ quantity: 0 }, added])).toMatch(/adds an item/)
    const kinds = ["SHIPPING_ADD", "SHIPPING_UPDATE", "CREDIT_LINE_ADD", "ITEM_REMOVE", "NEW_KIND"]
    for (const kind of kinds) expect(said([{ kind }])).toMatch(/already charged/)
    expect(refusals([{ kind: "UPDATE_ORDER_PROPERTIES" }])).toEqual([])
  })

  it("is judged by the last of several changes of one item", () => {
    expect(refusals([{ quantity: 5 }, { quantity: 2 }])).toEqual([])
    expect(said([{ quantity: 2 }, { quantity: 5 }])).toMatch(/too many/)
    expect(said([{ quantity: 2, unitPrice: 9 }, { quantity: 1 }])).toMatch(/price/)
  })

  it("of an item that Walmart does not know may only make it less", () => {
    const item = { lineNumber: null, title: "Gift" }
    expect(refusals([{ quantity: 0 }], { item, medusa: { reason: null } })).toEqual([])
    expect(said([{ quantity: 4 }], { item })).toMatch(/adds an item “Gift”/)
  })

  it("cannot cancel anything of an order that Walmart fulfills", () => {
    expect(said([{ quantity: 2 }], { readOnly: true })).toMatch(/WFS/)
  })
})
