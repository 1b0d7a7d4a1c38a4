import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Select, Text } from "@medusajs/ui"
import { useState } from "react"
import { LoadError } from "../../../common/load-error"
import { Loading } from "../../../common/loading"
import { StaleNotice } from "../../../common/stale-notice"
import { PerformanceCard } from "../../../performance/performance-card"
import { usePerformance, type Window, WINDOWS } from "../../../performance/use-performance"
import { useWords } from "../../../words/use-words"

const WalmartPerformancePage = () => {
  const { t } = useWords()
  const [days, setDays] = useState<Window>("30")
  const query = usePerformance(days)
  const { data, error, refetch } = query
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-2">
        <div className="flex max-w-2xl flex-col gap-y-1">
          <Heading>{t("performance.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("performance.description")}
          </Text>
        </div>
        <WindowChoice days={days} onChange={setDays} />
      </div>
      <StaleNotice query={query} />
      {data?.performance.map((one) => (
        <PerformanceCard key={one.account_id} performance={one} days={days} />
      ))}
      {!data && (
        <Container className="p-0">
          {error ? <LoadError error={error} retry={() => void refetch()} /> : <Loading />}
        </Container>
      )}
      {data?.performance.length === 0 && (
        <Container>
          <Text size="small">{t("performance.noAccounts")}</Text>
        </Container>
      )}
    </div>
  )
}

interface WindowChoiceProps {
  days: Window
  onChange: (days: Window) => void
}

function WindowChoice({ days, onChange }: WindowChoiceProps) {
  const { t } = useWords()
  const choose = (value: string) => {
    const chosen = WINDOWS.find((one) => one === value)
    if (chosen) onChange(chosen)
  }
  return (
    <Select size="small" value={days} onValueChange={choose}>
      <Select.Trigger className="w-40" aria-label={t("performance.window")}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {WINDOWS.map((one) => (
          <Select.Item key={one} value={one}>
            {t("performance.days", { days: one })}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

export const config = defineRouteConfig({ label: "menu.performance", translationNs: "walmart" })

/** The breadcrumb is outside the page and takes plain text. */
export const handle = { breadcrumb: () => "Performance" }

export default WalmartPerformancePage
