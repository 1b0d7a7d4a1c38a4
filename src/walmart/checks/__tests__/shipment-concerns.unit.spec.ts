import {
  concern,
  confirmConcerns,
  heldBehind,
  keptConcerns,
  openConcerns,
} from "../shipment-concerns"
import { verbatim } from "../../words/phrase"
import type { KnownUpdate, UpdatePayload } from "../../updates/model/update"

const SHIPMENT: UpdatePayload = {
  kind: "shipment",
  fulfillmentId: "ful_1",
  shippedAt: 1,
  sellerOrderId: "1",
  packages: [{ trackingNumber: "1Z1", carrier: { carrier: "UPS" }, lines: [] }],
}

const CANCELLATION: UpdatePayload = {
  kind: "cancellation",
  reason: "",
  lines: [{ lineNumber: "2", quantity: 1, total: 1 }],
}

function update(
  sequence: number,
  payload: UpdatePayload,
  changes: Partial<KnownUpdate> = {}
): KnownUpdate {
  return {
    ...{
      id: `wmu_${sequence}`,
      sequence,
      uniqueKey: `key:${sequence}`,
      payload,
      payloadVersion: 1,
    },
    status: "needs_attention",
    attention: { message: "It is wrong.", remedy: "Mend it." },
    ...changes,
  }
}

describe("heldBehind", () => {
  it("names every update that waits for a person, the first one first, with its cause and remedy", () => {
    const found = heldBehind([update(3, SHIPMENT), update(2, CANCELLATION)])
    expect(found.map(({ key }) => key)).toEqual(["held:wmu_2", "held:wmu_3"])
    expect(found[0].message).toMatch(/the cancellation of line 2 .* It is wrong\. Mend it\./)
    expect(found[1].message).toMatch(/the shipment with tracking number 1Z1 /)
  })

  it("finds nothing in updates that are on their way or finished", () => {
    const statuses = ["pending", "sent", "dismissed", "superseded"] as const
    expect(heldBehind(statuses.map((status, n) => update(n, SHIPMENT, { status })))).toEqual([])
  })

  it("names an update that cannot be read by its id, and says nothing where no cause is known", () => {
    const odd = [
      update(1, CANCELLATION, { payloadVersion: 9, attention: null }),
      update(2, { kind: "shipment" } as UpdatePayload, { attention: null }),
    ]
    const [unreadable, numberless] = heldBehind(odd).map(({ message }) => message)
    expect(unreadable).toMatch(/an update \(wmu_1\) that cannot be read .* person\. Settle it/)
    expect(numberless).toMatch(/the shipment without a tracking number/)
  })
})

describe("confirmations", () => {
  const asked = [concern("held:wmu_2", verbatim("a")), concern("shared:1Z1", verbatim("b"))]

  it("count for what was asked and nothing else, and keep who confirmed first", () => {
    const first = confirmConcerns(keptConcerns(asked, null), ["shared:1Z1"], "user_1")
    expect(first.map(({ confirmed_by: by }) => by)).toEqual([null, "user_1"])
    const again = confirmConcerns(keptConcerns(asked, first), ["shared:1Z1"], "user_2")
    expect(again[1].confirmed_by).toBe("user_1")
    const other = [concern("held:wmu_7", verbatim("c"))]
    expect(keptConcerns(other, first)).toEqual([{ ...other[0], confirmed_by: null }])
  })

  it("are shown for updates that wait now and for numbers that were typed", () => {
    const before = confirmConcerns(keptConcerns(asked, null), ["held:wmu_2"], "user_1")
    const shown = openConcerns([update(2, CANCELLATION)], before)
    expect(shown.map(({ key, confirmed_by: by }) => [key, by])).toEqual([
      ["held:wmu_2", "user_1"],
      ["shared:1Z1", null],
    ])
    expect(openConcerns([], before).map(({ key }) => key)).toEqual(["shared:1Z1"])
    expect(openConcerns([], null)).toEqual([])
  })
})
