import { WakeUps } from "../wake-ups"

describe("sends for single orders", () => {
  let finish: (() => void)[]
  let overflows: number
  let wakeUps: WakeUps

  beforeEach(() => {
    finish = []
    overflows = 0
    wakeUps = new WakeUps(2, () => overflows++)
  })

  const send = () => new Promise<void>((resolve) => finish.push(resolve))

  it("are as many at a time as the limit says; the others are left to the recurring job", async () => {
    for (let n = 0; n < 5; n++) wakeUps.start(send)
    expect(finish).toHaveLength(2)
    expect(overflows).toBe(3)
    finish[0]()
    await new Promise(setImmediate)
    wakeUps.start(send)
    expect(finish).toHaveLength(3)
  })

  it("are waited for when the process is told to stop, and none begins any more", async () => {
    wakeUps.start(send)
    const stopping = wakeUps.stop()
    wakeUps.start(send)
    expect(finish).toHaveLength(1)
    expect(overflows).toBe(0)
    finish[0]()
    await stopping
  })
})
