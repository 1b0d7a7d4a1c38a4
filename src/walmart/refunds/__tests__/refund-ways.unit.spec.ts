import { refundsSentFrom } from "../refund-ways"

describe("refunds that do not say what becomes of them", () => {
  const at = new Date(5_000)

  it("are sent from the first where the option never was another", () => {
    expect(refundsSentFrom("send", { refunds: "send", refunds_sent_from: null })).toBe(0)
  })

  it("are sent since the option became so", () => {
    expect(refundsSentFrom("send", { refunds: "send", refunds_sent_from: at })).toBe(5_000)
  })

  it.each(["keep", "refuse"] as const)("are not sent while the option is %s", (way) => {
    expect(refundsSentFrom(way, { refunds: way, refunds_sent_from: at })).toBeNull()
    expect(refundsSentFrom(way, { refunds: "send", refunds_sent_from: at })).toBeNull()
  })

  it("are not sent while nobody knows since when they are", () => {
    expect(refundsSentFrom("send", { refunds: "keep", refunds_sent_from: null })).toBeNull()
    expect(refundsSentFrom("send", undefined)).toBeNull()
  })
})
