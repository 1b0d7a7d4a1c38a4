import type { AccountFigures } from "./figures"

/** One figure with its labels. A figure that is not known is left out. */
interface Sample {
  labels: Record<string, string>
  value: number | null
}

/** A metric: its help, and how it is read from an account. All are gauges, because each process reads them from the database. */
interface Metric {
  name: string
  help: string
  samples: (account: AccountFigures) => Sample[]
}

const one = (
  name: string,
  help: string,
  read: (account: AccountFigures) => number | null
): Metric => ({
  name,
  help,
  samples: (account) => [{ labels: {}, value: read(account) }],
})

const byLabel = (label: string, values: Record<string, number>): Sample[] =>
  Object.entries(values).map(([value, figure]) => ({ labels: { [label]: value }, value: figure }))

const METRICS: Metric[] = [
  one("walmart_account_paused", "1 while staff hold the account's sends.", (a) => Number(a.paused)),
  one("walmart_account_dry_run", "1 while nothing is sent.", (a) => Number(a.dryRun)),
  one("walmart_account_blocked", "1 while keys or permissions fail.", (a) => Number(a.blocked)),
  one("walmart_due_orders", "Orders that wait to be sent for.", (a) => a.dueOrders),
  one("walmart_oldest_due_seconds", "Age of the oldest due order.", (a) => a.oldestDueSeconds ?? 0),
  one("walmart_leased_orders", "Orders that are being sent for.", (a) => a.leased),
  one("walmart_in_doubt_orders", "Orders with a call in doubt.", (a) => a.inDoubt),
  one("walmart_backlog_updates", "Updates that wait to be sent.", (a) => a.backlog),
  one("walmart_attention_updates", "Updates that wait for a person.", (a) => a.needsAttention),
  one("walmart_failed_imports", "Orders that could not be imported.", (a) => a.failedImports),
  one(
    "walmart_differing_orders",
    "Orders that differ between Medusa and Walmart.",
    (a) => a.differingOrders
  ),
  one("walmart_waiting_returns", "Returns that wait for a person.", (a) => a.waitingReturns),
  one("walmart_waiting_stock", "Stock figures that wait for a person.", (a) => a.waitingStock),
  one(
    "walmart_tick_age_seconds",
    "Since a worker looked, or could have.",
    (a) => a.secondsSinceTick
  ),
  one(
    "walmart_poll_age_seconds",
    "Since the last whole poll, or since there could have been one.",
    (a) => a.secondsSincePoll
  ),
  one("walmart_sent_age_seconds", "Since Walmart last accepted.", (a) => a.secondsSinceSent),
  one("walmart_webhook_age_seconds", "Since the last event.", (a) => a.secondsSinceEvent),
  one("walmart_webhooks_silent", "1 while expected events are missing.", (a) =>
    Number(a.webhooksSilent)
  ),
  one(
    "walmart_clock_difference_seconds",
    "This server's clock less Walmart's.",
    (a) => a.clockDifference
  ),
  {
    name: "walmart_calls_last_day",
    help: "Calls of the last 24 hours by outcome.",
    samples: ({ outcomes }) => byLabel("outcome", outcomes),
  },
  {
    name: "walmart_send_latency_seconds",
    help: "From saving in Medusa to Walmart's yes, last 24 hours.",
    samples: ({ latency }) =>
      latency
        ? byLabel("quantile", { "0.5": latency.p50_ms / 1000, "0.95": latency.p95_ms / 1000 })
        : [],
  },
  {
    name: "walmart_calls_left",
    help: "Calls that could go now, by endpoint.",
    samples: ({ callsLeft }) => byLabel("endpoint", callsLeft),
  },
]

/** The figures as text in Prometheus' exposition format 0.0.4. */
export function metricsText(accounts: AccountFigures[]): string {
  return METRICS.map((metric) => familyText(metric, accounts)).join("")
}

/** Names of all metrics, to hold dashboard and alerts against them. */
export const METRIC_NAMES = METRICS.map(({ name }) => name)

function familyText({ name, help, samples }: Metric, accounts: AccountFigures[]): string {
  const lines = accounts.flatMap((account) =>
    samples(account).flatMap(({ labels, value }) =>
      value === null || !Number.isFinite(value)
        ? []
        : [
            `${name}{${labelsText({ account: account.id, market: account.market, ...labels })}} ${value}\n`,
          ]
    )
  )
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join("")}`
}

function labelsText(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`)
    .join(",")
}
