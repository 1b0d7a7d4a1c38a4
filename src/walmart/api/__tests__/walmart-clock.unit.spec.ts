import { createTransport, type Transport } from "../http"
import { pollWindows } from "../../import/poll-searches"
import { english } from "../../words/phrase"
import { pollClock, presentFor, watchClock } from "../walmart-clock"
import { reply, startServer, type TestServer } from "./test-server"

const HOUR = 3_600_000
const NOW = Date.parse("2026-11-23T12:00:00Z")

describe("Walmart's clock", () => {
  let server: TestServer
  let date: string | undefined

  beforeEach(async () => {
    date = undefined
    server = await startServer((_request, response) => {
      response.sendDate = false
      reply(response, 200, {}, date === undefined ? {} : { date })
    })
  })
  afterEach(() => server.close())

  const watched = (clock: () => number) =>
    watchClock(
      createTransport({ baseUrl: server.baseUrl, timeoutMs: 5_000, maxBodyBytes: 1_000 }),
      clock
    )
  const ask = (transport: Transport) => transport.send({ method: "GET", path: "/", headers: {} })

  it.each([
    ["an hour ahead", HOUR],
    ["an hour late", -HOUR],
  ])("is known where this process's own is %s", async (_what, off) => {
    let now = NOW + off
    const { transport, walmartClock } = watched(() => now)
    expect(walmartClock.now()).toBeNull()
    date = new Date(NOW).toUTCString()
    await ask(transport)
    now += 5_000
    expect(walmartClock.now()).toBe(NOW + 5_000)
  })

  it.each([undefined, "yesterday", "0", ""])("is not guessed from the date %j", async (given) => {
    const { transport, walmartClock } = watched(() => NOW)
    date = given
    await ask(transport)
    expect(walmartClock.now()).toBeNull()
  })
})

describe("the time of a parcel", () => {
  it("is never ahead of Walmart's clock, and this process's where Walmart does not say", () => {
    expect(presentFor(NOW + HOUR, NOW)).toBe(NOW)
    expect(presentFor(NOW - HOUR, NOW)).toBe(NOW - HOUR)
    expect(presentFor(NOW, null)).toBe(NOW)
  })
})

describe("a poll", () => {
  it.each([HOUR, -HOUR, 23 * HOUR])(
    "finds what was made just now with a database clock that is %d ms off",
    (off) => {
      const { now, fault } = pollClock(NOW + off, NOW)
      expect({ now, fault }).toEqual({ now: NOW, fault: null })
      const [window] = pollWindows({ now, polledUntil: now - 1, importFrom: 0, overlapMs: HOUR })
      expect(window.lastModifiedStartDate).toBeLessThan(NOW)
      expect(window.createdEndDate).toBeGreaterThan(NOW)
    }
  )

  it("goes by the database when Walmart does not say the time", () => {
    expect(pollClock(NOW, null)).toEqual({ now: NOW, fault: null })
  })

  it("says what is wrong, and so holds its mark, where the two are days apart", () => {
    const { fault } = pollClock(NOW, NOW - 48 * HOUR)
    expect(fault && english([fault])).toMatch(/2026-11-21T12:00.*2026-11-23T12:00.*Set the clock/)
  })
})
