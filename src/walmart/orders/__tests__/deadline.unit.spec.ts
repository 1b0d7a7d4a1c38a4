import { nextDeadline } from "../deadline"

const NOW = new Date("2026-11-23T12:00:00Z")
const HOUR = 3_600_000

function dates(hours: { acknowledge?: number; ship?: number; cancel?: number }) {
  const at = (left: number | undefined) =>
    left === undefined ? null : new Date(NOW.getTime() + left * HOUR)
  return {
    isUnacknowledged: hours.acknowledge !== undefined,
    acknowledgeBy: at(hours.acknowledge ?? 1),
    shipBy: at(hours.ship),
    autoCancelAt: at(hours.cancel),
  }
}

const kind = (hours: Parameters<typeof dates>[0]) => nextDeadline(dates(hours), NOW)?.kind

describe("the next deadline", () => {
  it("is the acknowledgment until it is told, then shipping", () => {
    expect(kind({ acknowledge: 2, ship: 20, cancel: 120 })).toBe("acknowledge")
    expect(kind({ ship: 20, cancel: 120 })).toBe("ship")
  })

  it("is Walmart's own cancellation once the ship-by date was missed", () => {
    expect(kind({ ship: -1, cancel: 95 })).toBe("auto_cancel")
    expect(kind({ acknowledge: -20, ship: -1, cancel: 95 })).toBe("auto_cancel")
    expect(kind({ ship: -100, cancel: -1 })).toBe("auto_cancel")
  })

  it("stays the missed date where Walmart does not cancel", () => {
    expect(kind({ ship: -1 })).toBe("ship")
  })

  it("is none when Walmart named no date", () => {
    expect(nextDeadline(dates({}), NOW)).toBeNull()
  })
})
