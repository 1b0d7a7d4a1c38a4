import { Nudges } from "../nudges"

describe("sends for single orders", () => {
  let finish: (() => void)[]
  let overflows: number
  let nudges: Nudges

  beforeEach(() => {
    finish = []
    overflows = 0
    nudges = new Nudges(2, () => overflows++)
  })

  const send = () => new Promise<void>((resolve) => finish.push(resolve))

  it("are as many at a time as the limit says; the others are left to the recurring job", async () => {
    for (let n = 0; n < 5; n++) nudges.start(send)
    expect(finish).toHaveLength(2)
    expect(overflows).toBe(3)
    finish[0]()
    await new Promise(setImmediate)
    nudges.start(send)
    expect(finish).toHaveLength(3)
  })

  it("are waited for when the process is told to stop, and none begins any more", async () => {
    nudges.start(send)
    const stopping = nudges.stop()
    nudges.start(send)
    expect(finish).toHaveLength(1)
    expect(overflows).toBe(0)
    finish[0]()
    await stopping
  })
})
