import { Alert, Text } from "@medusajs/ui"
import type { AdminWalmartMeasured } from "../../types/http"
import { Fact } from "../common/fact"
import { LoadError } from "../common/load-error"
import { Loading } from "../common/loading"
import { Section } from "../common/section"
import { useWords } from "../words/use-words"
import { useMeasured, type Window } from "./use-performance"

interface MeasuredSectionProps {
  accountId: string
  days: Window
}

/** Walmart's own figures, or why they cannot be shown. */
export function MeasuredSection({ accountId, days }: MeasuredSectionProps) {
  const { t, said } = useWords()
  const { data, error, refetch } = useMeasured(accountId, days)
  if (!data && error) return <LoadError error={error} retry={() => void refetch()} />
  if (!data) return <Loading rows={2} />
  return (
    <Section title={t("performance.walmartTitle")}>
      {data.problem === null ? (
        <>
          <Text size="small" className="text-ui-fg-subtle">
            {t("performance.walmartHint")}
          </Text>
          <dl className="grid grid-cols-1 gap-x-8 gap-y-2 md:grid-cols-2">
            {data.figures.map((figure) => (
              <Fact key={figure.metric} label={t(`performance.metrics.${figure.metric}`)}>
                <Measured figure={figure} />
              </Fact>
            ))}
          </dl>
        </>
      ) : (
        <Alert variant="info">{said(data.problem, data.problem_words)}</Alert>
      )}
    </Section>
  )
}

function Measured({ figure }: { figure: AdminWalmartMeasured }) {
  const { t, at, number } = useWords()
  const { rate, standard, updated_at } = figure
  if (rate === null) {
    return <span className="text-ui-fg-subtle">{t("performance.noFigure")}</span>
  }
  return (
    <div className="flex flex-col">
      <span>
        {t("performance.percent", { rate: number(rate) })}
        {standard !== null && ` (${standard})`}
      </span>
      {updated_at && (
        <span className="txt-compact-xsmall text-ui-fg-subtle">
          {t("performance.countedAt", { at: at(updated_at) })}
        </span>
      )}
    </div>
  )
}
