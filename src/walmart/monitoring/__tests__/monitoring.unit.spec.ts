import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type AccountFigures, sinceLast, type Waited } from "../figures"
import { signsOf } from "../health"
import { METRIC_NAMES, metricsText } from "../metrics"

const WELL: AccountFigures = {
  ...{ id: "main", market: "us", paused: false, dryRun: false, blocked: false },
  ...{ dueOrders: 1, oldestDueSeconds: 2, leased: 0, inDoubt: 0, backlog: 1, needsAttention: 2 },
  ...{
    failedImports: 0,
    differingOrders: 0,
    waitingReturns: 0,
    waitingStock: 0,
    secondsSinceTick: 4,
    secondsSincePoll: 90,
    secondsSinceSent: null,
  },
  ...{ secondsSinceEvent: null, webhooksSilent: false, clockDifference: 0.5 },
  outcomes: { applied: 3 },
  latency: { p50_ms: 800, p95_ms: 2500 },
  callsLeft: { "orders.shipping": 10 },
}

describe("the health", () => {
  it("is good while work goes on, though a person is awaited", () => {
    expect(signsOf([WELL])).toEqual([])
  })

  it.each<[string, Partial<AccountFigures>]>([
    ["queue", { oldestDueSeconds: 301 }],
    ["polls", { secondsSincePoll: 901 }],
    ["worker", { secondsSinceTick: 121 }],
    ["webhooks", { webhooksSilent: true }],
    ["clock", { clockDifference: -61 }],
    ["account", { blocked: true }],
  ])("is bad by its sign: %s", (sign, figures) => {
    expect(signsOf([WELL, { ...WELL, ...figures }])).toEqual([sign])
  })

  it("is not bad by the queue of an account that is held on purpose", () => {
    expect(signsOf([{ ...WELL, paused: true, oldestDueSeconds: 9_000 }])).toEqual([])
  })

  it("is not bad before anything could have happened", () => {
    const fresh = sinceLast({ last: null, added: null, up: 3 })
    const figures = { secondsSinceTick: fresh, secondsSincePoll: fresh, clockDifference: null }
    expect(signsOf([{ ...WELL, ...figures }])).toEqual([])
  })

  it.each<[string, Waited]>([
    [
      "no process has looked after an account since this one started",
      { last: null, added: null, up: 1_000 },
    ],
    ["an account was added and nothing has come of it", { last: null, added: 1_000, up: 3 }],
  ])("is bad when %s", (_name, waited) => {
    const never = sinceLast(waited)
    const figures = { secondsSinceTick: never, secondsSincePoll: never }
    expect(signsOf([{ ...WELL, ...figures }])).toEqual(["polls", "worker"])
  })

  it("counts from the last time, however old the account is", () => {
    expect(sinceLast({ last: 4, added: 9_000, up: 9_000 })).toBe(4)
  })
})

describe("the metrics", () => {
  it("are Prometheus' text, a line a figure", () => {
    const lines = metricsText([WELL]).split("\n")
    expect(lines).toContain("# TYPE walmart_due_orders gauge")
    expect(lines).toContain('walmart_due_orders{account="main",market="us"} 1')
    expect(lines).toContain(
      'walmart_calls_last_day{account="main",market="us",outcome="applied"} 3'
    )
    const latency = 'walmart_send_latency_seconds{account="main",market="us",quantile="0.95"} 2.5'
    expect(lines).toContain(latency)
    const sample = /^[a-z_]+\{([a-z]+="[^"\n]*",?)+\} -?\d+(\.\d+)?$/
    for (const line of lines.filter((text) => text !== "" && !text.startsWith("#")))
      expect(line).toMatch(sample)
  })

  it("leave out what is not known", () => {
    expect(metricsText([WELL])).not.toContain("walmart_sent_age_seconds{")
  })

  it.each(["grafana.json", "alerts.yml"])("are those that %s asks for", (file) => {
    const text = readFileSync(join(__dirname, "../../../../docs/monitoring", file), "utf8")
    const asked = new Set(text.match(/walmart_[a-z_]+/g))
    expect(asked.size).toBeGreaterThan(2)
    expect([...asked].filter((name) => !METRIC_NAMES.includes(name))).toEqual([])
  })
})
