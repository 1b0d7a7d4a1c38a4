import { Kick } from "../kick"

describe("a kick", () => {
  it("has the work done once, and once more for all the kicks that came during it", async () => {
    const kick = new Kick()
    let runs = 0
    const work = async () => {
      runs++
      if (runs === 1) for (let i = 0; i < 1_000; i++) kick.start(work)
      await Promise.resolve()
    }
    kick.start(work)
    await kick.ends()
    expect(runs).toBe(2)
  })

  it("is never missed, however shortly after a run it comes", async () => {
    const kick = new Kick()
    let runs = 0
    const work = async () => void runs++
    for (let turn = 1; turn <= 20; turn++) {
      kick.start(work)
      for (let step = 0; step < turn; step++) await Promise.resolve()
      const before = runs
      kick.start(work)
      await new Promise(setImmediate)
      expect(runs).toBeGreaterThan(before)
    }
  })

  it("does nothing after the end", async () => {
    const kick = new Kick()
    await kick.stop()
    let runs = 0
    kick.start(async () => void runs++)
    expect(runs).toBe(0)
  })
})
