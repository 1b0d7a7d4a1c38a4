import { Text } from "@medusajs/ui"
import type { AdminWalmartAttempt } from "../../types/http"
import { useWords } from "../words/use-words"
import { OUTCOME } from "../data/looks"
import { Fact } from "../common/fact"
import { Person } from "../common/person"
import { StateBadge } from "../common/state-badge"
import { JsonBlock } from "./json-block"

/** One call to Walmart. */
export function AttemptItem({ attempt }: { attempt: AdminWalmartAttempt }) {
  const { atSecond, spoken } = useWords()
  const { error, error_words: words } = attempt
  return (
    <li className="shadow-borders-base bg-ui-bg-component flex flex-col gap-y-2 rounded-lg p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text size="small" weight="plus">
          <time dateTime={attempt.started_at}>{atSecond(attempt.started_at)}</time>
        </Text>
        <StateBadge look={OUTCOME[attempt.outcome]} />
      </div>
      {error && (
        <Text size="small" className="text-ui-fg-error break-words">
          {spoken({ message: error, words }).message}
        </Text>
      )}
      <Technical attempt={attempt} />
    </li>
  )
}

/** What support asks for, folded. */
function Technical({ attempt }: { attempt: AdminWalmartAttempt }) {
  const { t, duration } = useWords()
  return (
    <details>
      <summary className="txt-compact-small-plus text-ui-fg-subtle cursor-pointer">
        {t("details.technical")}
      </summary>
      <dl className="mt-2 flex flex-col gap-y-1">
        <Fact label={t("details.endpoint")}>{attempt.endpoint}</Fact>
        <Fact label={t("details.actor")}>
          <Person id={attempt.actor} />
        </Fact>
        <Fact label={t("details.httpStatus")}>{attempt.http_status ?? "–"}</Fact>
        {attempt.error_code && (
          <Fact label={t("details.errorCode")}>
            <span className="break-all">{attempt.error_code}</span>
          </Fact>
        )}
        <Fact label={t("details.correlationId")}>
          <span className="break-all">{attempt.correlation_id ?? "–"}</span>
        </Fact>
        <Fact label={t("details.duration")}>
          {attempt.duration_ms === null ? "–" : duration(attempt.duration_ms)}
        </Fact>
      </dl>
      {attempt.request != null && (
        <JsonBlock label={t("details.request")} value={attempt.request} />
      )}
      {attempt.response != null && (
        <JsonBlock label={t("details.response")} value={attempt.response} />
      )}
    </details>
  )
}
