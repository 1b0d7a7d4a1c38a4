import { Alert, Container, Heading, Text } from "@medusajs/ui"
import type {
  AdminWalmartAccountStatus,
  AdminWalmartRateLimit,
  AdminWalmartStatusResponse,
} from "../../types/http"
import { useStatus } from "./use-settings"
import { useWords } from "../words/use-words"
import { Fact } from "../common/fact"
import { LoadError } from "../common/load-error"
import { Loading } from "../common/loading"
import { StaleNotice } from "../common/stale-notice"

/** How sending and polling are doing, per account. */
export function HealthCard() {
  const { t } = useWords()
  const query = useStatus()
  const { data, error, refetch } = query
  return (
    <Container className="divide-y p-0">
      <div>
        <Heading level="h2" className="px-6 py-4">
          {t("health.title")}
        </Heading>
        <StaleNotice query={query} className="px-6 pb-4" />
      </div>
      {!data && error && <LoadError error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && textsOf(data).length > 0 && (
        <div className="flex flex-col gap-y-2 px-6 py-4">
          {textsOf(data).map((text) => (
            <Alert key={text} variant="warning">
              {text}
            </Alert>
          ))}
        </div>
      )}
      {data?.accounts.map((status) => (
        <AccountHealth key={status.id} status={status} />
      ))}
    </Container>
  )
}

/** The whole message while nothing is connected; what is wrong beside the connected accounts otherwise. */
function textsOf({ connected, message, notes }: AdminWalmartStatusResponse): string[] {
  return connected ? notes : [message]
}

function AccountHealth({ status }: { status: AdminWalmartAccountStatus }) {
  const { t, at, span, duration } = useWords()
  const ago = (seconds: number | null) =>
    seconds === null ? t("account.never") : t("time.ago", { span: span(seconds * 1000) })
  const { latency, oldest_due_seconds: oldest } = status
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus">
        {t("account.title", { account: status.id })}
      </Text>
      {troublesOf(status).map((text) => (
        <Alert key={text} variant="error">
          {text}
        </Alert>
      ))}
      {status.webhooks?.warning && <Alert variant="warning">{status.webhooks.warning}</Alert>}
      <dl className="grid grid-cols-1 gap-x-8 gap-y-2 md:grid-cols-2">
        <Fact label={t("health.backlog")}>{status.backlog}</Fact>
        <Fact label={t("health.oldest")}>
          {oldest === null ? t("health.nothingWaits") : span(oldest * 1000)}
        </Fact>
        <Fact label={t("health.needsAttention")}>{status.needs_attention}</Fact>
        <Fact label={t("health.inDoubt")}>{status.in_doubt}</Fact>
        <Fact label={t("health.lastPoll")}>{ago(status.seconds_since_poll)}</Fact>
        <Fact label={t("health.lastSent")}>{ago(status.seconds_since_sent)}</Fact>
        <Fact label={t("health.lastTick")}>{ago(status.seconds_since_tick)}</Fact>
        <Fact label={t("health.latency")}>
          {latency
            ? t("health.latencyOf", {
                p50: duration(latency.p50_ms),
                p95: duration(latency.p95_ms),
                count: latency.count,
              })
            : t("health.noLatency")}
        </Fact>
        {status.webhooks && (
          <Fact label={t("webhooks.last")}>
            {status.webhooks.last_event_at ? at(status.webhooks.last_event_at) : t("account.never")}
          </Fact>
        )}
        {status.rate_limits.map((limit) => (
          <RateLimit key={limit.endpoint} limit={limit} />
        ))}
      </dl>
    </div>
  )
}

/** What last went wrong with sending and with fetching; often it is the same. */
function troublesOf(status: AdminWalmartAccountStatus): string[] {
  const { last_error, last_poll_error } = status
  return [...new Set([last_error, last_poll_error].flatMap((text) => text ?? []))]
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
