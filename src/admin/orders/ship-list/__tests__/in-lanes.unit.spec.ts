import { inLanes } from "../in-lanes"

describe("many at once", () => {
  it("are done side by side, those of one order in turn", async () => {
    const done: string[] = []
    let running = 0
    let most = 0
    await inLanes(["a1", "b1", "a2", "c1"], {
      ...{ lanes: 2, subjectOf: (job) => job[0] },
      run: async (job) => {
        most = Math.max(most, ++running)
        await Promise.resolve()
        done.push(job)
        running -= 1
      },
    })
    expect(most).toBe(2)
    expect(done).toHaveLength(4)
    expect(done.indexOf("a1")).toBeLessThan(done.indexOf("a2"))
  })
})
