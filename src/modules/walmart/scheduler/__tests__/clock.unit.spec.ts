import { type JobName, JobClock, JOBS, SILENT_MS, TICK_MS } from "../clock"

const SCHEDULES = {
  sendEveryMs: 15_000,
  pollEveryMs: 120_000,
  sweepEveryMs: 60_000,
  pruneEveryMs: 3_600_000,
  readEveryMs: 15_000,
  returnsEveryMs: 300_000,
}

let clock: JobClock
let runs: JobName[]
/** What a run answers; a test may replace it. */
let answer: () => boolean | Promise<boolean>

beforeEach(() => {
  jest.useFakeTimers()
  runs = []
  answer = () => false
  clock = new JobClock(SCHEDULES, Date.now)
  clock.go(async (job) => {
    runs.push(job)
    return answer()
  })
})
afterEach(() => jest.useRealTimers())

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)
const roundsOf = (job: JobName) => runs.filter((one) => one === job)
const never = () => new Promise<boolean>(() => {})

/** Medusa's scheduler, for a while. */
async function looks(forMs: number): Promise<void> {
  for (let ms = 0; ms < forMs; ms += TICK_MS) {
    for (const job of JOBS) clock.look(job)
    await pass(TICK_MS)
  }
}

describe("the clock of the recurring jobs", () => {
  it("works at the first look and then at each job's own interval, while Medusa's scheduler looks in", async () => {
    await looks(600_000)
    expect(roundsOf("send")).toHaveLength(40)
    expect(roundsOf("sweep")).toHaveLength(10)
    expect(roundsOf("poll")).toHaveLength(5)
    expect(roundsOf("prune")).toHaveLength(1)
    expect(roundsOf("read")).toHaveLength(40)
    expect(roundsOf("returns")).toHaveLength(2)
  })

  it("goes on by itself at the same intervals when Medusa's scheduler falls silent", async () => {
    await looks(60_000)
    runs = []
    await pass(SILENT_MS + 600_000)
    expect(roundsOf("send").length).toBeGreaterThanOrEqual(40)
    expect(roundsOf("send").length).toBeLessThanOrEqual(42)
    expect(roundsOf("poll")).toHaveLength(5)
  })

  it("begins by itself when Medusa's scheduler never looks in", async () => {
    await pass(SILENT_MS)
    expect(runs).toEqual([])
    await pass(TICK_MS)
    expect(runs).toEqual(JOBS)
  })

  it("goes on at once while there is more to do", async () => {
    let left = 3
    answer = () => --left > 0
    clock.look("send")
    await pass(0)
    expect(runs).toHaveLength(3)
  })

  it("starts no second run of a job beside one that is running", async () => {
    answer = never
    clock.look("poll")
    await pass(600_000)
    expect(roundsOf("poll")).toHaveLength(1)
  })

  it("starts another send run at the next tick when one waits for a slow Walmart, and no sooner", async () => {
    answer = never
    await looks(10_000)
    clock.start("send")
    expect(roundsOf("send")).toHaveLength(1)
    await pass(TICK_MS)
    clock.look("send")
    expect(roundsOf("send")).toHaveLength(2)
  })

  it.each(["poll", "sweep", "prune", "returns"] as const)(
    "starts another run of the job %s when one hangs for half an hour",
    async (job) => {
      answer = never
      clock.look(job)
      await pass(1_795_000)
      expect(roundsOf(job)).toHaveLength(1)
      await pass(3_600_000)
      expect(roundsOf(job).length).toBeGreaterThan(1)
    }
  )

  it("starts a job early when it is asked to", async () => {
    clock.look("send")
    await pass(0)
    clock.start("send")
    expect(runs).toEqual(["send", "send"])
  })

  it("waits for what runs when it is stopped, and starts nothing more", async () => {
    let finish = (_more: boolean) => {}
    answer = () => new Promise((resolve) => (finish = resolve))
    clock.look("send")
    let stopped = false
    const stopping = clock.stop().then(() => (stopped = true))
    await pass(60_000)
    expect(stopped).toBe(false)
    finish(true)
    await stopping
    await looks(60_000)
    expect(runs).toEqual(["send"])
  })
})
