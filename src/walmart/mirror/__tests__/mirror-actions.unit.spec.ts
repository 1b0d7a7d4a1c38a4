import fc from "fast-check"
import type { MedusaFulfillment } from "../../updates/model/sides"
import { type KnownUpdate, PAYLOAD_VERSION } from "../../updates/model/update"
import type { LineStatusEntry } from "../../orders/order"
import { goneEntries, lineQuantities } from "../../orders/order"
import type { Sides } from "../../reconciliation/figures/line-figures"
import { findDiscrepancies } from "../../reconciliation/discrepancies"
import { planUpdates } from "../../updates/plan"
import { marketOf } from "../../markets/markets"
import type { MirrorAction, MirrorOptions } from "../action"
import { mirrorActions } from "../mirror-actions"

const APPLY: MirrorOptions = { cancellations: "apply", shipments: "apply", deliveries: "apply" }
const UPS = "1Z999AA10123456784"
const OLD = "1Z999AA10123456793"
const ORDERED = 3

/** An order of one line: what Medusa holds of it, and what Walmart shows. */
interface World {
  present: number
  canceledAt: number | null
  fulfillments: (MedusaFulfillment & { deliveredAt: number | null })[]
  statuses: LineStatusEntry[]
  known: KnownUpdate[]
  /** Units that came back and were received. */
  returned: number
}

const FRESH: World = {
  ...{ present: ORDERED, canceledAt: null, fulfillments: [], known: [], returned: 0 },
  statuses: [entry("Acknowledged", ORDERED)],
}

function entry(
  status: LineStatusEntry["status"],
  quantity: number,
  trackingNumber: string | null = null
): LineStatusEntry {
  const parcel = { carrier: "UPS", trackingUrl: null, shippedAt: 1, methodCode: null }
  const isGone = status === "Shipped" || status === "Delivered"
  return {
    ...{ status, quantity, cancellationReason: null },
    package: isGone ? { ...parcel, trackingNumber } : null,
  }
}

function fulfillment(
  id: string,
  quantity: number,
  more: Partial<World["fulfillments"][number]> = {}
) {
  return {
    ...{ id, shippedAt: null, shippedBy: null, canceledAt: null, shippedBeforeImport: false },
    ...{ chosen: null, mapped: null, shipAnyway: false, labels: [], deliveredAt: null },
    lines: [{ lineNumber: "1", quantity }],
    ...more,
  }
}

function sidesOf({ present, canceledAt, fulfillments, statuses, known, returned }: World): Sides {
  const standing = fulfillments.filter((one) => one.canceledAt === null)
  const fulfilled = standing.reduce((sum, { lines: [{ quantity }] }) => sum + quantity, 0)
  const quantities = lineQuantities({ statuses })
  return {
    known,
    medusa: {
      ...{ displayId: "1", updatedAt: 1, reason: null, reasonBy: null, defaultReason: null },
      ...{ canceledAt, fulfillments, items: [{ lineNumber: "1", quantity: present }] },
    },
    walmart: {
      ...{ purchaseOrderId: "1799", customerOrderId: "2799", orderedAt: 1, readOnly: false },
      currency: "usd",
      lines: [
        {
          ...{ lineNumber: "1", quantity: ORDERED, quantities, customerAskedToCancel: false },
          parcels: goneEntries({ quantity: ORDERED, statuses }).map((gone) => ({
            ...{ quantity: gone.quantity, status: gone.status, carrier: "UPS", trackingUrl: null },
            trackingNumber: gone.package?.trackingNumber ?? null,
          })),
        },
      ],
    },
    facts: {
      ...{ closedAs: null, strangers: [], changedPrices: [] },
      lines: [{ lineNumber: "1", fulfilled, shippedBefore: 0, returned }],
      fulfillments: fulfillments.map(({ id, deliveredAt, lines }) => ({
        ...{ id, deliveredAt, brokenLines: [], held: lines },
      })),
    },
    ...{ unknownLines: [], readAt: null },
  }
}

function actionsIn(world: World, options = APPLY): MirrorAction[] {
  return mirrorActions({ sides: sidesOf(world), options })
}

/** What Medusa's workflows make of an action. */
function after(world: World, action: MirrorAction): World {
  const change = (id: string, more: Partial<World["fulfillments"][number]>) => ({
    ...world,
    fulfillments: world.fulfillments.map((one) => (one.id === id ? { ...one, ...more } : one)),
  })
  if (action.kind === "cancel_order") return { ...world, canceledAt: 1 }
  if (action.kind === "cancel_fulfillment") return change(action.fulfillmentId, { canceledAt: 1 })
  if (action.kind === "take_out") return { ...world, present: action.lines[0].left }
  if (action.kind === "deliver") return change(action.fulfillmentId, { deliveredAt: 1 })
  if (action.kind === "ship") {
    const { trackingNumber } = action.parcel
    const labels = trackingNumber === null ? [] : [{ trackingNumber, trackingUrl: null }]
    return change(action.fulfillmentId, { shippedAt: 1, shippedBy: "walmart", labels })
  }
  const [{ quantity }] = action.parcel.lines
  const made = fulfillment(`ful_made_${world.fulfillments.length}`, quantity)
  return { ...world, fulfillments: [...world.fulfillments, made] }
}

function settled(start: World): { world: World; done: MirrorAction[] } {
  let world = start
  const done: MirrorAction[] = []
  for (let [next] = actionsIn(world); next; [next] = actionsIn(world)) {
    done.push(next)
    if (done.length > 20) throw new Error(`It never settles: ${JSON.stringify(done)}`)
    world = after(world, next)
  }
  return { world, done }
}

const kinds = (actions: MirrorAction[]) => actions.map(({ kind }) => kind)

describe("what is made in Medusa of changes at Walmart", () => {
  it("is nothing while both sides agree", () => {
    expect(actionsIn(FRESH)).toEqual([])
  })

  it("cancels the order when all of it is canceled, its waiting fulfillments first", () => {
    const statuses = [entry("Cancelled", 3)]
    expect(kinds(actionsIn({ ...FRESH, statuses }))).toEqual(["cancel_order"])
    const { done } = settled({ ...FRESH, statuses, fulfillments: [fulfillment("ful_1", 2)] })
    expect(kinds(done)).toEqual(["cancel_fulfillment", "cancel_order"])
  })

  it("takes single units out, and cancels a fulfillment only when all that it holds is canceled", () => {
    const statuses = [entry("Cancelled", 2), entry("Acknowledged", 1)]
    const take = (fulfillments: World["fulfillments"]) =>
      settled({ ...FRESH, statuses, fulfillments }).done
    expect(take([])).toEqual([
      { kind: "take_out", lines: [{ lineNumber: "1", quantity: 2, left: 1 }] },
    ])
    const [first, ...rest] = take([fulfillment("ful_1", 3)])
    expect([first, rest]).toEqual([undefined, []])
    expect(kinds(take([fulfillment("ful_1", 2)]))).toEqual(["take_out"])
    const both = take([fulfillment("ful_1", 2), fulfillment("ful_2", 1)])
    expect(kinds(both)).toEqual(["cancel_fulfillment", "take_out"])
  })

  it("leaves what has left in Medusa to a person", () => {
    const gone = { shippedAt: 1, labels: [{ trackingNumber: UPS, trackingUrl: null }] }
    const fulfillments = [fulfillment("ful_1", 3, gone)]
    expect(actionsIn({ ...FRESH, fulfillments, statuses: [entry("Cancelled", 3)] })).toEqual([])
  })

  it("ships the waiting fulfillment that holds just these units, or makes one", () => {
    const statuses = [entry("Shipped", 2, UPS), entry("Acknowledged", 1)]
    const parcel = { trackingNumber: UPS, trackingUrl: null, carrier: "UPS" }
    const lines = [{ lineNumber: "1", quantity: 2 }]
    const waiting = fulfillment("ful_1", 2)
    expect(actionsIn({ ...FRESH, statuses, fulfillments: [waiting] })).toEqual([
      { kind: "ship", fulfillmentId: "ful_1", parcel: { ...parcel, lines } },
    ])
    expect(kinds(settled({ ...FRESH, statuses }).done)).toEqual(["fulfill", "ship"])
    expect(actionsIn({ ...FRESH, statuses, fulfillments: [fulfillment("ful_1", 3)] })).toEqual([])
  })

  it("takes no parcel for another's that this plugin told, however it is spelled", () => {
    const known = [told("sent")]
    const statuses = [entry("Shipped", 3, "1z 999 aa1 0123456784")]
    expect(actionsIn({ ...FRESH, statuses, known })).toEqual([])
  })

  it("waits while an update of the same units is unfinished", () => {
    const statuses = [entry("Cancelled", 1), entry("Acknowledged", 2)]
    for (const status of ["pending", "needs_attention"] as const) {
      expect(actionsIn({ ...FRESH, statuses, known: [told(status)] })).toEqual([])
    }
    expect(kinds(actionsIn({ ...FRESH, statuses, known: [told("dismissed")] }))).toEqual([
      "take_out",
    ])
  })

  it("marks a parcel as delivered when all of it arrived", () => {
    const labels = [{ trackingNumber: UPS, trackingUrl: null }]
    const fulfillments = [fulfillment("ful_1", 3, { shippedAt: 1, labels })]
    const partly = [entry("Delivered", 2, UPS), entry("Shipped", 1, UPS)]
    expect(actionsIn({ ...FRESH, fulfillments, statuses: partly })).toEqual([])
    const statuses = [entry("Delivered", 3, UPS)]
    expect(kinds(actionsIn({ ...FRESH, fulfillments, statuses }))).toEqual(["deliver"])
  })

  describe("of a line of which a unit came back", () => {
    const labels = [{ trackingNumber: UPS, trackingUrl: null }]
    const gone = [fulfillment("ful_1", 1, { shippedAt: 1, deliveredAt: 1, labels })]
    const back: World = { ...FRESH, fulfillments: gone, returned: 1 }
    const shown = { "as shipped": entry("Shipped", 1, UPS), "as refunded": entry("Refund", 1) }

    it.each(Object.entries(shown))(
      "and is shown %s: the rest goes on, each unit once",
      (_, one) => {
        const done = (...rest: LineStatusEntry[]) =>
          settled({ ...back, statuses: [one, ...rest] }).done
        expect(done(entry("Acknowledged", 2))).toEqual([])
        expect(done(entry("Cancelled", 1), entry("Acknowledged", 1))).toEqual([
          { kind: "take_out", lines: [{ lineNumber: "1", quantity: 1, left: 2 }] },
        ])
        const shipped = done(entry("Shipped", 2, OLD))
        expect(shipped).toMatchObject([
          { kind: "fulfill", parcel: { lines: [{ quantity: 2 }] } },
          { kind: "ship", parcel: { trackingNumber: OLD } },
        ])
      }
    )
  })

  it("does only what the account's options want", () => {
    const statuses = [entry("Cancelled", 1), entry("Delivered", 2, UPS)]
    for (const kind of Object.keys(APPLY)) {
      const report = { cancellations: "report", shipments: "report", deliveries: "report" } as const
      const found = kinds(actionsIn({ ...FRESH, statuses }, { ...report, [kind]: "apply" }))
      const wanted = { cancellations: ["take_out"], shipments: ["fulfill"], deliveries: [] }
      expect(found).toEqual(wanted[kind as keyof MirrorOptions])
    }
  })

  it("tells Walmart nothing of what it canceled itself, also when an older answer shows it as open", () => {
    const sides = sidesOf({ ...FRESH, present: 2 })
    const kept = {
      id: "ordch_1",
      reason: "",
      by: "walmart",
      lines: [{ lineNumber: "1", total: 1 }],
    }
    const medusa = { ...sides.medusa, lineCancellations: [kept] }
    const input = {
      ...sides,
      medusa,
      market: marketOf("us"),
      strictness: "strict" as const,
      now: 1,
    }
    expect(planUpdates(input).add.map(({ payload }) => payload.kind)).not.toContain("cancellation")
    expect(findDiscrepancies({ ...sides, medusa })).toEqual([])
    const more = { ...input, medusa: { ...medusa, items: [{ lineNumber: "1", quantity: 1 }] } }
    expect(planUpdates(more).add.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({
        kind: "cancellation",
        lines: [expect.objectContaining({ total: 2, quantity: 1 })],
      })
    )
  })

  it("settles whatever is done at Walmart, and then tells Walmart nothing of it", () => {
    const units = fc.integer({ min: 0, max: ORDERED })
    const history = fc.record({
      canceled: units,
      shipped: units,
      delivered: units,
      prepared: fc.subarray([1, 1, 1, 2, 3]),
      isNumbered: fc.boolean(),
      /** Shipped in Medusa and received again, as Walmart shows them. */
      back: fc.constantFrom("none", "shipped", "refunded"),
    })
    fc.assert(
      fc.property(history, (given) => {
        const back = given.back === "none" ? 0 : 1
        const canceled = Math.min(given.canceled, ORDERED - back)
        const gone = Math.min(given.shipped, ORDERED - back - canceled)
        const delivered = Math.min(given.delivered, gone)
        const number = given.isNumbered ? UPS : null
        const statuses = [
          entry("Cancelled", canceled),
          entry("Delivered", delivered, number),
          entry("Shipped", gone - delivered, number),
          entry("Shipped", given.back === "shipped" ? 1 : 0, OLD),
          entry("Acknowledged", ORDERED - back - canceled - gone),
          entry("Refund", given.back === "refunded" ? 1 : 0),
        ].filter(({ quantity }) => quantity > 0)
        let left = ORDERED - back
        const fulfillments = given.prepared.flatMap((quantity, index) => {
          if (quantity > left) return []
          left -= quantity
          return [fulfillment(`ful_${index}`, quantity)]
        })
        const labels = [{ trackingNumber: OLD, trackingUrl: null }]
        const before = { shippedAt: 1, shippedBy: "walmart", deliveredAt: 1, labels }
        if (back > 0) fulfillments.push(fulfillment("ful_back", 1, before))
        const { world } = settled({ ...FRESH, statuses, fulfillments, returned: back })
        const sides = sidesOf(world)
        const plan = planUpdates({ ...sides, market: marketOf("us"), strictness: "strict", now: 1 })
        expect(plan.add.filter(({ payload }) => payload.kind !== "acknowledgment")).toEqual([])
        const shipped = world.fulfillments.filter((one) => one.shippedAt !== null)
        const sum = shipped.reduce((all, { lines: [{ quantity }] }) => all + quantity, 0)
        expect(sum).toBeLessThanOrEqual(gone + back)
        expect(ORDERED - world.present).toBeLessThanOrEqual(canceled)
        if (given.prepared.length === 0 && world.canceledAt === null) {
          expect([ORDERED - world.present, sum]).toEqual([canceled, gone + back])
        }
      })
    )
  })
})

function told(status: KnownUpdate["status"]): KnownUpdate {
  return {
    ...{ id: "wmup_1", sequence: 1, uniqueKey: "shipment:ful_9", status, sentAt: 1 },
    payloadVersion: PAYLOAD_VERSION,
    payload: {
      ...{ kind: "shipment", fulfillmentId: "ful_9", shippedAt: 1, sellerOrderId: "1" },
      packages: [
        {
          ...{ trackingNumber: UPS, carrier: { carrier: "UPS" } },
          lines: [{ lineNumber: "1", quantity: 3 }],
        },
      ],
    },
  }
}
