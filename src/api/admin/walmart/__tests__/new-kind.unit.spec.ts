import type { PlanInput } from "../../../../walmart/updates/model/sides"
import { z } from "@medusajs/framework/zod"
import type { WalmartUpdateKind } from "../../../../types/http"
import { searchable } from "../../../../modules/walmart/queue/enqueue-sql"
import { correctPayload } from "../../../../walmart/updates/correct"
import type { Kind } from "../../../../walmart/updates/model/kind"
import {
  byUrgency,
  contentOf,
  isReadable,
  kindOf,
  type Kinds,
  KINDS,
  unitsNamed,
} from "../../../../walmart/updates/kinds"
import { marketOf } from "../../../../walmart/markets/markets"
import { nextAction } from "../../../../walmart/updates/next-call"
import { NOTHING } from "../../../../walmart/updates/model/next-action"
import type { Order } from "../../../../walmart/orders/order"
import type { Named } from "../../../../walmart/updates/payloads/payload-parts"
import { planUpdates } from "../../../../walmart/updates/plan"
import type {
  KnownUpdate,
  UpdateKind,
  UpdatePayload,
} from "../../../../walmart/updates/model/update"
import { isPayload } from "../../../../walmart/updates/update-schema"
import type { WalmartUpdateRow } from "../../../../workflows/shared/find-walmart-rows"
import { showUpdate } from "../present"
import { kindFilter } from "../queries"
import { verbatim } from "../../../../walmart/words/phrase"

const schema = z.looseObject({
  kind: z.literal("parcel_note"),
  fulfillmentId: z.string(),
  trackingNumber: z.string(),
})

type Payload = Named<z.infer<typeof schema>>

const UPS = "1Z999AA10123456784"

/** A kind that the plugin does not have: a note about a parcel. */
const parcelNote: Kind<Payload> = {
  schema,
  endpoint: "orders.refund",
  urgency: 2.7,
  movesUnits: false,
  isTotal: false,
  correctable: ["trackingNumber"],
  isReadable: ({ trackingNumber }) => trackingNumber !== undefined,
  missing: ({ medusa }) =>
    medusa.fulfillments.map(({ id }) => ({
      uniqueKey: `parcel_note:${id}`,
      payload: { kind: "parcel_note", fulfillmentId: id, trackingNumber: UPS },
      attention: null,
      warnings: [],
      happenedAt: 1,
    })),
  isUnwanted: (_input, { uniqueKey }) => uniqueKey === "parcel_note:ful_gone",
  next: (_order, head) => ({
    ...NOTHING,
    call: {
      kind: "parcel_note",
      endpoint: "orders.refund",
      updateIds: head.map(({ id }) => id),
      body: { numbers: head.map(({ payload }) => payload.trackingNumber) },
    },
  }),
  send: () => Promise.reject(new Error("This kind is only made up.")),
  correct: (payload, { trackingNumber = payload.trackingNumber }) => ({
    payload: { ...payload, trackingNumber },
    warnings: [],
  }),
  content: ({ fulfillmentId, trackingNumber }) => ({
    fulfillmentId,
    packages: [
      { trackingNumber, carrier: { carrier: "UPS" }, lines: [{ lineNumber: "7", quantity: 1 }] },
    ],
  }),
  describe: ({ trackingNumber }) => verbatim(`the note about ${trackingNumber}`)[0],
}

// The plugin's types name its own kinds only, so this one joins them by a cast; nothing else here knows of it.
const WITH_IT: Kinds = { ...KINDS, parcel_note: parcelNote as unknown as Kind }

const PAYLOAD = {
  kind: "parcel_note",
  fulfillmentId: "ful_1",
  trackingNumber: UPS,
} satisfies Payload as unknown as UpdatePayload

function known(changes: Partial<KnownUpdate> = {}): KnownUpdate {
  return {
    ...{ id: "wmu_1", sequence: 1, uniqueKey: "parcel_note:ful_gone", status: "pending" },
    ...{ payload: PAYLOAD, payloadVersion: 1 },
    ...changes,
  }
}

function question(updates: KnownUpdate[]): PlanInput {
  return {
    medusa: {
      ...{ displayId: "42", canceledAt: null, updatedAt: 1, items: [] },
      ...{ reason: null, reasonBy: null, defaultReason: null },
      fulfillments: [
        {
          ...{
            id: "ful_1",
            shippedAt: 1,
            shippedBy: null,
            canceledAt: null,
            lines: [],
            labels: [],
          },
          ...{ chosen: null, mapped: null, shipAnyway: false, shippedBeforeImport: false },
        },
      ],
    },
    walmart: {
      ...{ purchaseOrderId: "109000000000001", customerOrderId: "200000000000001" },
      ...{ orderedAt: 1, currency: "usd", readOnly: false, lines: [] },
    },
    known: updates,
    market: marketOf("us"),
    strictness: "strict",
    now: 1,
  }
}

const ORDER = { purchaseOrderId: "109000000000001", lines: [] } as unknown as Order

const CONTEXT = {
  ...{ purchaseOrderId: "109000000000001", customerOrderId: "200000000000001" },
  ...{ market: marketOf("us"), strictness: "strict" as const, askedLines: [], shown: null },
}

function row(): WalmartUpdateRow {
  return {
    ...{ id: "wmu_1", kind: "parcel_note", status: "needs_attention", sequence: 1 },
    ...{ payload: PAYLOAD, payload_version: 1, happened_at: new Date(0) },
    ...{ sent_at: null, finished_at: null, error_code: null },
  } as unknown as WalmartUpdateRow
}

describe("a new kind of update", () => {
  it("is planned and given up as it says itself", () => {
    const plan = planUpdates(question([known()]), WITH_IT)
    expect(plan.add.map(({ uniqueKey }) => uniqueKey)).toEqual(["parcel_note:ful_1"])
    expect(plan.supersede).toEqual(["wmu_1"])
  })

  it("is queued with what can be searched", () => {
    expect(searchable(PAYLOAD, WITH_IT)).toEqual({ fulfillment: "ful_1", tracking: UPS })
  })

  it("is sent in its turn, by its own call", () => {
    const { call } = nextAction(ORDER, [known()], { now: 1, maxLines: 1, maxUpdates: 1 }, WITH_IT)
    expect(call).toEqual({
      ...{ kind: "parcel_note", endpoint: "orders.refund" },
      ...{ updateIds: ["wmu_1"], body: { numbers: [UPS] } },
    })
    expect(kindOf({ kind: "parcel_note" }, WITH_IT)).toBe(parcelNote)
    const turns = byUrgency(WITH_IT)
    expect(turns.filter((name) => name !== "parcel_note")).toEqual(byUrgency(KINDS))
    expect(turns[turns.indexOf("parcel_note") + 1]).toBe("shipment")
  })

  it("is corrected in what it allows, and in nothing else", () => {
    const correct = (correction: object) => correctPayload(PAYLOAD, correction, CONTEXT, WITH_IT)
    expect(correct({ trackingNumber: "1Z" })).toMatchObject({ payload: { trackingNumber: "1Z" } })
    expect(correct({ reason: "X" })).toMatchObject({
      problems: [{ code: "not_correctable", message: /^This update is a parcel_note/ }],
    })
  })

  it("is a filter of the list", () => {
    const filter = kindFilter(Object.keys(WITH_IT))
    expect(filter.parse("shipment,parcel_note")).toEqual([...["shipment", "parcel_note"]])
    expect(filter.safeParse("gift").error?.issues[0].message).toContain("parcel_note")
  })

  it("is shown with its parcels, and can be corrected", () => {
    const context = { order: undefined, queue: undefined, sendingIds: [], attempts: 0 }
    expect(showUpdate(row(), context, WITH_IT)).toMatchObject({
      ...{ kind: "parcel_note", can_retry: true, can_correct: true },
      packages: [{ tracking_number: UPS, carrier: "UPS" }],
    })
    expect(unitsNamed(contentOf(PAYLOAD, WITH_IT))).toEqual([{ lineNumber: "7", quantity: 1 }])
  })
})

describe("an update of a kind that this version does not know", () => {
  it("cannot be read, and is taken for no other kind", () => {
    expect(isReadable(known(), WITH_IT)).toBe(true)
    expect(isReadable(known())).toBe(false)
    expect(isPayload(PAYLOAD, WITH_IT)).toBe(true)
    expect(isPayload(PAYLOAD)).toBe(false)
    expect(() => contentOf(PAYLOAD)).toThrow('no update of kind "parcel_note"')
  })
})

describe("the registry of kinds", () => {
  // Compiles only while the public types name the same kinds.
  const published: Readonly<Record<WalmartUpdateKind, Kind>> = KINDS
  const names: WalmartUpdateKind[] = Object.keys(published) as UpdateKind[]

  it.each(names)("calls %s what its payloads do", (name) => {
    const problems = KINDS[name].schema.safeParse({ kind: name }).error?.issues ?? []
    expect(problems.filter(({ path }) => path[0] === "kind")).toEqual([])
    const [other] = KINDS[name].schema.safeParse({ kind: "parcel_note" }).error?.issues ?? []
    expect(other.path).toEqual(["kind"])
  })
})
