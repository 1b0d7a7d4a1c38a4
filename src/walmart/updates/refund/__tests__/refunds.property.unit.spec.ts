import fc from "fast-check"
import type { Charge } from "../../../orders/order"
import { refundParts } from "../../../refunds/refund-parts"
import type { MedusaRefund } from "../../model/sides"
import { type KnownUpdate, PAYLOAD_VERSION } from "../../model/update"
import { openParts } from "../booked"
import { nextRefund } from "../next-refund"
import { missingRefunds } from "../plan-refund"
import { apply, charge, question, type TestOrder, type Wire } from "./refunded-order"

/** Refunds of one order in turn, as a merchant makes them in Medusa and somebody else in Seller Center. */
interface Step {
  /** Which part, and how much of what is left of it, in thousandths. */
  part: number
  share: number
  /** What of it somebody refunds in Seller Center before it is sent, in thousandths. */
  elsewhere: number
  /** The answer to the call is lost, so that the same is decided again. */
  isLost: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  part: fc.nat(9),
  share: fc.integer({ min: 1, max: 1000 }),
  elsewhere: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1000 })),
  isLost: fc.boolean(),
})

const line = fc
  .record({
    quantity: fc.integer({ min: 1, max: 4 }),
    price: fc.integer({ min: 1, max: 50_000 }),
    tax: fc.nat(5_000),
    shipping: fc.nat(900),
  })
  .map(({ quantity, price, tax, shipping }) => ({
    ...{ quantity, refunds: [] as Charge[], sku: "MUG", productName: "Mug", shipMethod: null },
    charges: [
      charge("PRODUCT", price, tax),
      ...(shipping > 0 ? [charge("SHIPPING", shipping, 7)] : []),
    ],
    statuses: [{ status: "Shipped" as const, quantity, cancellationReason: null, package: null }],
    customerAskedToCancel: false,
  }))

/** Sends one update until Walmart shows it, as the sender does. @returns whether nothing of it is left to a person */
function send(order: TestOrder, known: KnownUpdate[], isLost: boolean): boolean {
  const update = known[known.length - 1]
  for (let calls = 0; calls < 5; calls++) {
    const limits = { now: 1, maxLines: 100, maxUpdates: 50 }
    const { payload } = update
    if (payload.kind !== "refund") throw new TypeError("only refunds are planned here")
    const next = nextRefund(order, [{ ...update, payload }], known, limits)
    if (next.attention) {
      expect(next.attention.attention.code).toBe("refund_tax_alone")
      expect(priceLeft(order, payload.lines[0])).toBe(0)
      return false
    }
    if (next.done.length > 0) {
      update.status = "sent"
      return true
    }
    apply(order, next.call?.body as Wire)
    if (isLost) continue
  }
  throw new Error("it never came to an end")
}

/** Why a refund is refused before it is saved, whatever its amount: by its whole price, or because no price is left. */
const REFUSED = ["refund_takes_shipping", "refund_tax_alone"]

/** What is left of a part's price, without its tax; 0 once somebody gave it back. */
function priceLeft(order: TestOrder, wanted: { lineNumber: string; type: string }): number {
  const line = order.lines.find(({ lineNumber }) => lineNumber === wanted.lineNumber)
  const sumOf = (charges: Charge[] = []) =>
    charges.filter(({ type }) => type === wanted.type).reduce((sum, { amount }) => sum + amount, 0)
  return Math.max(0, sumOf(line?.charges) - sumOf(line?.refunds))
}

describe("refunds of random amounts", () => {
  it("come to what Medusa refunded, to the cent, whoever made them and whatever answer is lost", () => {
    const lines = fc.array(line, { minLength: 1, maxLength: 3 })
    const steps = fc.array(step, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(lines, steps, (made, wanted) => {
        const order = {
          purchaseOrderId: "1",
          lines: made.map((one, i) => ({ ...one, refunds: [], lineNumber: String(i + 1) })),
        } as unknown as TestOrder
        const parts = () => order.lines.flatMap((one) => refundParts(one, "line"))
        const known: KnownUpdate[] = []
        const refunds: MedusaRefund[] = []
        for (const { part, share, elsewhere, isLost } of wanted) {
          const open = openParts(parts(), { known }).filter(({ left }) => left > 0)
          if (open.length === 0) break
          const { lineNumber, type, left } = open[part % open.length]
          const amount = Math.max(1, Math.round((left * share) / 1000))
          const id = String(refunds.length + 1)
          refunds.push({
            ...{
              id,
              amount,
              createdAt: 1,
              by: null,
              reason: null,
              madeAtWalmart: false,
              kept: false,
            },
            choice: { lines: [{ lineNumber, type, amount }], reason: "DamagedItem" },
          })
          const [planned] = missingRefunds(question(order, refunds, known))
          if (REFUSED.includes(planned.attention?.code ?? "")) {
            refunds.pop()
            continue
          }
          expect(planned.attention).toBeNull()
          known.push({
            ...{ id, sequence: refunds.length, uniqueKey: planned.uniqueKey, status: "pending" },
            ...{ payload: planned.payload, payloadVersion: PAYLOAD_VERSION },
          })
          const meanwhile = Math.floor((amount * elsewhere) / 1000)
          const target = order.lines.find((one) => one.lineNumber === lineNumber)
          if (meanwhile > 0) target?.refunds.push(charge(type, meanwhile, 0))
          if (!send(order, known, isLost)) return
          expect(missingRefunds(question(order, refunds, known))).toEqual([])
        }
        const shown = order.lines.flatMap((one) => one.refunds)
        const atWalmart = shown.reduce((sum, one) => sum + one.amount + one.tax, 0)
        expect(atWalmart).toBe(refunds.reduce((sum, { amount }) => sum + amount, 0))
      }),
      { numRuns: 300 }
    )
  })

  it("give back every cent of price and tax of its own once all is refunded", () => {
    fc.assert(
      fc.property(
        line,
        fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 6 }),
        (one, cuts) => {
          const order = {
            purchaseOrderId: "1",
            lines: [{ ...one, refunds: [], lineNumber: "1" }],
          } as unknown as TestOrder
          const total = refundParts(order.lines[0], "line").reduce((sum, p) => sum + p.charged, 0)
          const known: KnownUpdate[] = []
          const refunds: MedusaRefund[] = []
          const give = (type: string, amount: number) => {
            const id = String(refunds.length + 1)
            refunds.push({
              ...{
                id,
                amount,
                createdAt: 1,
                by: null,
                reason: null,
                madeAtWalmart: false,
                kept: false,
              },
              choice: { lines: [{ lineNumber: "1", type, amount }], reason: "Others" },
            })
            const [{ payload, uniqueKey }] = missingRefunds(question(order, refunds, known))
            if (payload.lines.length === 0) return void refunds.pop()
            known.push({
              ...{ id, sequence: refunds.length, uniqueKey, status: "pending", payload },
              payloadVersion: PAYLOAD_VERSION,
            })
            send(order, known, false)
          }
          for (const part of refundParts(order.lines[0], "line")) {
            for (const cut of cuts) give(part.type, Math.floor((part.charged * cut) / 8000) + 1)
          }
          const left = openParts(refundParts(order.lines[0], "line"), { known })
          for (const { type, left: rest } of left) if (rest > 0) give(type, rest)
          const sumOf = (pick: (c: Charge) => number, charges: Charge[]) =>
            charges.reduce((sum, c) => sum + pick(c), 0)
          const shown = order.lines[0].refunds
          if (sumOf((c) => c.amount + c.tax, shown) < total) return
          expect(sumOf((c) => c.tax, shown)).toBe(sumOf((c) => c.tax, one.charges))
        }
      ),
      { numRuns: 300 }
    )
  })
})
