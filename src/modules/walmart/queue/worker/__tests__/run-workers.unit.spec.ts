import { type SendResult, together } from "../run-workers"

const ABOUT = { id: "wmu_1", walmart_order_id: "wmo_1", account_id: "main" }
const SENT: SendResult = {
  finished: [{ ...ABOUT, kind: "shipment", status: "sent", error_code: null }],
  claimed: 1,
}
const NOTHING: SendResult = { finished: [], claimed: 1 }

function listener() {
  const lines: string[] = []
  return { lines, error: (line: string) => void lines.push(line) }
}

describe("runs that run at the same time", () => {
  it("tell of what was finished although another one failed, which is logged", async () => {
    const logger = listener()
    const failed = Promise.reject(new Error("connection lost"))
    const result = await together([failed, Promise.resolve(SENT), Promise.resolve(NOTHING)], logger)
    expect(result).toEqual({ finished: SENT.finished, claimed: 2 })
    expect(logger.lines).toEqual([expect.stringContaining("a part of a send run failed")])
  })

  it("fail when nothing was finished, so that whoever asked tries another way", async () => {
    const failed = Promise.reject(new Error("connection lost"))
    const ended = together([Promise.resolve(NOTHING), failed], listener())
    await expect(ended).rejects.toThrow("connection lost")
  })

  it("end only when the last of them has", async () => {
    let end = (_: SendResult) => {}
    const slow = new Promise<SendResult>((done) => (end = done))
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
