import type { AdminWalmartAccountStatus, AdminWalmartRateLimit } from "../../../types/http"
import { Fact } from "../../common/fact"
import { useWords } from "../../words/use-words"

interface HealthDetailsProps {
  id: string
  status: AdminWalmartAccountStatus
}

/** The figures behind the sentence. */
export function HealthDetails({ id, status }: HealthDetailsProps) {
  const { t, at, span } = useWords()
  const ago = (seconds: number | null) =>
    seconds === null ? t("account.never") : t("time.ago", { span: span(seconds * 1000) })
  const { oldest_due_seconds: oldest } = status
  return (
    <dl id={id} className="grid grid-cols-1 gap-x-8 gap-y-2 md:grid-cols-2">
      <Fact label={t("health.backlog")}>{status.backlog}</Fact>
      <Fact label={t("health.oldest")}>
        {oldest === null ? t("health.queueEmpty") : span(oldest * 1000)}
      </Fact>
      <Fact label={t("health.needsAttention")}>{status.needs_attention}</Fact>
      <Fact label={t("health.notImportedCount")}>{status.failed_imports}</Fact>
      <Fact label={t("health.inDoubt")}>{status.in_doubt}</Fact>
      <Fact label={t("health.lastPoll")}>{ago(status.seconds_since_poll)}</Fact>
      <Fact label={t("health.lastSent")}>{ago(status.seconds_since_sent)}</Fact>
      <Fact label={t("health.lastTick")}>{ago(status.seconds_since_tick)}</Fact>
      <Latency status={status} />
      {status.webhooks && (
        <Fact label={t("webhooks.last")}>
          {status.webhooks.last_event_at ? at(status.webhooks.last_event_at) : t("account.never")}
        </Fact>
      )}
      {status.rate_limits.map((limit) => (
        <RateLimit key={limit.endpoint} limit={limit} />
      ))}
    </dl>
  )
}

function Latency({ status: { latency } }: Pick<HealthDetailsProps, "status">) {
  const { t, duration } = useWords()
  return (
    <Fact label={t("health.latency")}>
      {latency
        ? t("health.latencyOf", { p50: duration(latency.p50_ms), count: latency.count })
        : t("health.noLatency")}
    </Fact>
  )
}

function RateLimit({ limit }: { limit: AdminWalmartRateLimit }) {
  const { t, at } = useWords()
  const calls = { tokens: Math.floor(limit.tokens), capacity: limit.capacity }
  return (
    <Fact label={t("health.rateLimit", { endpoint: limit.endpoint })}>
      {limit.open_until
        ? t("health.heldUntil", { at: at(limit.open_until) })
        : t("health.callsLeft", calls)}
    </Fact>
  )
}
