import { type DrainResult, together } from "../drain"

const SETTLED = { id: "wmu_1", walmart_order_id: "wmo_1", account_id: "main", kind: "shipment" }
const SENT: DrainResult = {
  settled: [{ ...SETTLED, status: "sent", error_code: null }],
  claimed: 1,
}
const NOTHING: DrainResult = { settled: [], claimed: 1 }

function listener() {
  const lines: string[] = []
  return { lines, error: (line: string) => void lines.push(line) }
}

describe("rounds that run at the same time", () => {
  it("tell of what was settled although another one failed, which is logged", async () => {
    const logger = listener()
    const failed = Promise.reject(new Error("connection lost"))
    const result = await together([failed, Promise.resolve(SENT), Promise.resolve(NOTHING)], logger)
    expect(result).toEqual({ settled: SENT.settled, claimed: 2 })
    expect(logger.lines).toEqual([expect.stringContaining("a part of a round of sending failed")])
  })

  it("fail when nothing was settled, so that whoever asked tries another way", async () => {
    const failed = Promise.reject(new Error("connection lost"))
    const ended = together([Promise.resolve(NOTHING), failed], listener())
    await expect(ended).rejects.toThrow("connection lost")
  })

  it("end only when the last of them has", async () => {
    let end = (_: DrainResult) => {}
    const slow = new Promise<DrainResult>((done) => (end = done))
    let ended = false
    const both = together([Promise.reject(new Error("early")), slow], listener()).then((result) => {
      ended = true
      return result
    })
    await new Promise((done) => setImmediate(done))
    expect(ended).toBe(false)
    end(SENT)
    expect(await both).toEqual(SENT)
  })
})
