import { type BadgeFacts, badgeOf } from "../badge"

const ACCOUNT = { paused: false, dryRun: false, isHeld: false }
const COUNTS = { needs_attention: 0, pending: 0, dismissed: 0 }

function facts(changes: Partial<BadgeFacts> = {}): BadgeFacts {
  return {
    ...{ isImported: true, isReadOnly: false, isSending: false, isHeldUp: false },
    ...{ counts: COUNTS, differences: null, dismissedDifferences: null, account: ACCOUNT },
    ...changes,
  }
}

const pending = { ...COUNTS, pending: 1 }
const dismissed = { ...COUNTS, dismissed: 1 }

describe("the badge of an order", () => {
  it("is up to date only where both sides are the same and nothing waits", () => {
    expect(badgeOf(facts())).toBe("up_to_date")
  })

  it.each<[string, Partial<BadgeFacts>]>([
    ["not_imported", { isImported: false }],
    ["shipped_by_walmart", { isImported: false, isReadOnly: true }],
    ["needs_attention", { counts: { ...pending, needs_attention: 1 } }],
    ["needs_attention", { differences: ["delivered_not_shipped"] }],
    ["needs_attention", { counts: dismissed, differences: ["price_changed"] }],
    ["not_sent", { counts: dismissed, differences: ["shipped_only_in_medusa"] }],
    ["not_sent", { counts: dismissed, dismissedDifferences: ["canceled_only_in_medusa"] }],
    ["left_different", { dismissedDifferences: ["price_changed"] }],
    ["sending", { counts: pending, isSending: true, account: { ...ACCOUNT, paused: true } }],
    ["paused", { counts: pending, account: { ...ACCOUNT, paused: true, dryRun: true } }],
    ["dry_run", { counts: pending, account: { ...ACCOUNT, dryRun: true } }],
    ["waiting_for_walmart", { counts: pending, account: { ...ACCOUNT, isHeld: true } }],
    ["waiting_for_walmart", { counts: pending, isHeldUp: true }],
    ["waiting", { counts: pending }],
  ])("is %s, never green, while %j", (badge, changes) => {
    expect(badgeOf(facts(changes))).toBe(badge)
  })

  it("stays up to date while an account is held and nothing of the order waits", () => {
    expect(badgeOf(facts({ account: { ...ACCOUNT, paused: true } }))).toBe("up_to_date")
  })
})
