import { englishOf } from "../../words/phrase"
import { pollSlowness, silenceWarning } from "../poll-pace"
import { nextReadInMs } from "../read-pace"

const NOW = Date.parse("2026-11-28T12:00:00Z")
const ago = (minutes: number) => NOW - minutes * 60_000

describe("polls", () => {
  it.each([
    ["nothing was ever received", null, null, 1],
    ["an event arrived within the hour", ago(59), null, 3],
    ["the last event is older", ago(61), null, 1],
    ["something was refused within the hour", ago(1), ago(59), 1],
    ["something was refused before that", ago(1), ago(61), 3],
  ])("wait as long when %s", (_when, lastEventAt, lastRefusedAt, times) => {
    expect(pollSlowness({ now: NOW, lastEventAt, lastRefusedAt })).toBe(times)
  })

  it("that find new orders while no webhook arrives are a reason to warn", () => {
    const day = 24 * 60
    expect(silenceWarning({ now: NOW, lastEventAt: null }, 0)).toBeNull()
    expect(silenceWarning({ now: NOW, lastEventAt: ago(day) }, 5)).toBeNull()
    expect(englishOf(silenceWarning({ now: NOW, lastEventAt: ago(day + 1) }, 1))).toMatch(
      /day.*1 new order /
    )
    expect(englishOf(silenceWarning({ now: NOW, lastEventAt: null }, 5))).toMatch(
      /yet.*5 new orders/
    )
  })
})

it("a read that fails is repeated later and later, and left to polling after about two hours", () => {
  const waits = [1, 2, 3, 7, 8, 9].map(nextReadInMs)
  expect(waits).toEqual([30_000, 60_000, 120_000, 1_920_000, 3_600_000, null])
})
