import fc from "fast-check"
import { refundParts } from "../../../refunds/refund-parts"
import type { MedusaRefund } from "../../model/sides"
import { type KnownUpdate, PAYLOAD_VERSION, type UpdatePayload } from "../../model/update"
import { isUnfinished } from "../../model/update-status"
import type { RefundPayload } from "../../payloads/refund-payload"
import { besideReturns } from "../beside-returns"
import { openParts } from "../booked"
import { renewedRefund } from "../correct-refund"
import { withoutRefund } from "../following-refunds"
import { nextRefund } from "../next-refund"
import { mirroredOf, missingRefunds } from "../plan-refund"
import { apply, charge, question, type TestOrder, type Wire } from "./refunded-order"

/** What a merchant, a buyer or a bad line does to one order. */
const move = fc.record({
  kind: fc.constantFrom("refund", "refund", "return", "book", "send", "dismiss", "undo"),
  /** Which part, line or refund. */
  which: fc.nat(9),
  /** How much of what is left, in thousandths. */
  share: fc.integer({ min: 1, max: 600 }),
  /** The answer to a call is lost, so that the same is decided again. */
  isLost: fc.boolean(),
})

type Move = typeof move extends fc.Arbitrary<infer T> ? T : never

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 4 }),
  price: fc.integer({ min: 1_000, max: 50_000 }),
  shipping: fc.constantFrom(0, 400, 799),
})

type Update = KnownUpdate<RefundPayload>

/** One order on both sides, whose returns Walmart's order shows or not. */
class History {
  readonly order: TestOrder
  readonly known: Update[] = []
  private readonly refunds: MedusaRefund[] = []
  private readonly returned: Record<string, number> = {}
  private readonly tried = new Set<string>()
  private booked = 0

  constructor(
    lines: { quantity: number; price: number; shipping: number }[],
    private readonly isShown: boolean
  ) {
    const made = lines.map(({ quantity, price, shipping }, i) => ({
      ...{ lineNumber: String(i + 1), sku: "MUG", quantity, refunds: [], shipMethod: null },
      charges: [
        charge("PRODUCT", price, 0),
        ...(shipping ? [charge("SHIPPING", shipping, 0)] : []),
      ],
      statuses: [{ status: "Shipped", quantity, cancellationReason: null, package: null }],
    }))
    this.order = { purchaseOrderId: "1", lines: made } as unknown as TestOrder
  }

  do(wanted: Move): void {
    const { which, share } = wanted
    if (wanted.kind === "refund") this.refund(which, share)
    if (wanted.kind === "return") this.comesBack(which, share)
    if (wanted.kind === "book") this.book()
    if (wanted.kind === "send") this.send(wanted.isLost)
    if (wanted.kind === "dismiss") this.dismiss(which)
    if (wanted.kind === "undo") this.undo(which)
  }

  /** Hundredths that the plugin has sent, and those that Medusa's refunds that stand come to, by part. */
  both(): { sent: Record<string, number>; wanted: Record<string, number> } {
    const wanted: Record<string, number> = {}
    const standing = this.known.filter(({ status }) => status !== "dismissed")
    for (const { lineNumber, type, amount } of standing.flatMap(({ payload }) => payload.lines))
      wanted[lineNumber + type] = (wanted[lineNumber + type] ?? 0) + amount
    return { sent: this.sent, wanted }
  }

  sendAll(): void {
    for (let round = 0; round < 40 && this.known.some(isUnfinished); round++) this.send(false)
  }

  private readonly sent: Record<string, number> = {}

  private parts() {
    return this.order.lines.flatMap((one) => refundParts(one, "line"))
  }

  /** What is left of every part, whether or not Walmart's order shows what returns gave back. */
  private open() {
    const hidden = { ...(this.isShown ? {} : this.returned) }
    return openParts(this.parts(), { known: this.known, mirrored: this.sumOfReturns() })
      .map((part) => {
        const gone = part.type === "PRODUCT" ? (hidden[part.lineNumber] ?? 0) : 0
        return { ...part, left: part.left - gone }
      })
      .filter(({ left }) => left > 10)
  }

  private sumOfReturns(): number {
    return Object.values(this.returned).reduce((sum, one) => sum + one, 0)
  }

  private refund(which: number, share: number): void {
    const open = this.open()
    if (open.length === 0) return
    const { lineNumber, type, left } = open[which % open.length]
    const amount = Math.max(1, Math.floor((left * share) / 1000))
    const id = `r${this.refunds.length}`
    const choice = { lines: [{ lineNumber, type, amount }], reason: "Others" }
    this.refunds.push({
      ...{ id, amount, createdAt: this.refunds.length, by: null, reason: null, choice },
      ...{ madeAtWalmart: false, kept: false },
    })
    const planned = missingRefunds(question(this.order, this.refunds, this.known))
    expect(planned.map(({ attention }) => attention)).toEqual([null])
    const [{ uniqueKey, payload }] = planned
    const sequence = Math.max(0, ...this.known.map((update) => update.sequence)) + 1
    const rest = { status: "pending" as const, payloadVersion: PAYLOAD_VERSION }
    this.known.push({ id, sequence, uniqueKey, payload, ...rest })
  }

  /** A return gives back a share of a line's price. */
  private comesBack(which: number, share: number): void {
    const open = this.open().filter(({ type }) => type === "PRODUCT")
    if (open.length === 0) return
    const { lineNumber, left } = open[which % open.length]
    const amount = Math.max(1, Math.floor((left * share) / 1000))
    this.returned[lineNumber] = (this.returned[lineNumber] ?? 0) + amount
    const shown = this.order.lines.find((one) => one.lineNumber === lineNumber)
    if (this.isShown) shown?.refunds.push(charge("PRODUCT", amount, 0))
  }

  /** The returns' money is written down in Medusa. */
  private book(): void {
    const amount = this.sumOfReturns() - this.booked
    if (amount === 0) return
    this.booked += amount
    this.refunds.push({
      ...{ id: `r${this.refunds.length}`, amount, createdAt: this.refunds.length, by: "walmart" },
      ...{ reason: null, choice: null, madeAtWalmart: true, kept: false },
    })
  }

  private mirrored(): number {
    const input = question(this.order, this.refunds, this.known)
    return mirroredOf(input) + this.sumOfReturns() - this.booked
  }

  private send(isLost: boolean): void {
    const head = this.known.filter(isUnfinished).sort((a, b) => a.sequence - b.sequence)[0]
    if (!head) return
    const counting = { shown: this.order, known: this.known, returned: this.returned }
    if (!this.tried.has(head.id)) this.change(head.id, besideReturns(head.payload, counting))
    const [update] = this.known.filter(({ id }) => id === head.id)
    const limits = { now: 1, maxLines: 100, maxUpdates: 50 }
    const next = nextRefund(this.order, [update], this.known, limits)
    expect(next.attention).toBeNull()
    if (next.call) {
      this.tried.add(head.id)
      apply(this.order, next.call.body as Wire)
      for (const { lineNumber, type, amount } of update.payload.lines)
        this.sent[lineNumber + type] = (this.sent[lineNumber + type] ?? 0) + amount
    }
    if (!isLost || next.done.length > 0) update.status = "sent"
  }

  private change(id: string, payload: UpdatePayload): void {
    const at = this.known.findIndex((update) => update.id === id)
    this.known[at] = { ...this.known[at], payload: payload as RefundPayload }
  }

  /** What was tried may have arrived, so that nobody dismisses it. */
  private dismiss(which: number): void {
    const waiting = this.known.filter((one) => isUnfinished(one) && !this.tried.has(one.id))
    if (waiting.length === 0) return
    const own = waiting[which % waiting.length]
    const shown = { parts: this.parts(), mirrored: this.mirrored() }
    for (const { id, payload } of withoutRefund(own, this.known, shown)) this.change(id, payload)
    own.status = "dismissed"
    const [kept] = this.known.filter(({ id }) => id === own.id)
    kept.status = "dismissed"
  }

  /** What others have taken meanwhile is not there for it any more. */
  private undo(which: number): void {
    const gone = this.known.filter(({ status }) => status === "dismissed")
    if (gone.length === 0) return
    const own = gone[which % gone.length]
    const [{ lineNumber, amount, type }] = own.payload.lines
    const isOf = (one: { lineNumber: string; type: string }) =>
      one.lineNumber === lineNumber && one.type === type
    if (amount > (this.open().find(isOf)?.left ?? 0)) return
    own.sequence = Math.max(...this.known.map((update) => update.sequence)) + 1
    own.status = "pending"
    const facts = { shown: this.order, known: this.known, mirrored: this.mirrored() }
    this.change(own.id, renewedRefund(own.payload, facts))
  }
}

const step = (kind: Move["kind"], which: number, share: number, isLost = false): Move => ({
  ...{ kind, which, share, isLost },
})

/** One refund that may have arrived, and more of another part of which a return gives back some as well. */
const TWO_PARTS: [{ quantity: number; price: number; shipping: number }[], Move[]] = [
  [
    { quantity: 1, price: 1136, shipping: 0 },
    { quantity: 1, price: 1000, shipping: 0 },
  ],
  [
    step("refund", 0, 125),
    step("send", 0, 1, true),
    step("return", 3, 487),
    ...[188, 548, 1, 491].map((share) => step("refund", 3, share)),
  ],
]

describe("refunds of random amounts beside returns", () => {
  it.each([
    ["shows", true],
    ["does not show", false],
  ])(
    "come to what Medusa refunded, part by part, where Walmart's order %s the returns' money",
    (_shows, isShown) => {
      const lines = fc.array(line, { minLength: 1, maxLength: 2 })
      fc.assert(
        fc.property(lines, fc.array(move, { minLength: 3, maxLength: 14 }), (made, moves) => {
          const history = new History(made, isShown)
          for (const one of moves) history.do(one)
          history.sendAll()
          const { sent, wanted } = history.both()
          expect(sent).toEqual(wanted)
        }),
        { numRuns: 400, examples: [TWO_PARTS] }
      )
    }
  )
})
