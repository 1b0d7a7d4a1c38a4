import { PROVIDER } from "../../../shared/walmart-payments"
import { medusaRefunds } from "../medusa-refunds"

const CHANGED_AT = Date.parse("2026-05-02T00:00:00Z")
const BEFORE = "2026-05-01T00:00:00Z"
const AFTER = "2026-05-03T00:00:00Z"

const CHOSEN = { lines: [{ lineNumber: "1", type: "PRODUCT", amount: 1100 }], reason: "Others" }

/** Whether a refund is booked in Medusa alone. */
function isKept(created_at: string, said: object | null, sentFrom: number | null): boolean {
  const refund = { id: "ref_1", amount: 11, created_by: null, created_at }
  const metadata = said && { walmart_refund: said }
  const order = {
    payment_collections: [
      { payments: [{ provider_id: PROVIDER, refunds: [{ ...refund, metadata }] }] },
    ],
  }
  const [{ kept }] = medusaRefunds(order, { canceledAt: null, reasonMap: {}, sentFrom })
  return kept
}

describe("a refund of Medusa's", () => {
  it("that was booked in Medusa alone stays so, whatever the option becomes", () => {
    expect(isKept(AFTER, { kept: true }, 0)).toBe(true)
    expect(isKept(AFTER, { kept: true }, CHANGED_AT)).toBe(true)
  })

  it("that was saved to be sent is sent, whatever the option becomes", () => {
    expect(isKept(BEFORE, CHOSEN, CHANGED_AT)).toBe(false)
    expect(isKept(BEFORE, CHOSEN, null)).toBe(false)
  })

  it("that a program made is sent only when it was made after the option became so", () => {
    expect(isKept(BEFORE, null, CHANGED_AT)).toBe(true)
    expect(isKept(AFTER, null, CHANGED_AT)).toBe(false)
    expect(isKept(AFTER, null, null)).toBe(true)
    expect(isKept(BEFORE, null, 0)).toBe(false)
  })
})
