import { Container, Heading } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartPerformance, WalmartPerformanceMeasure } from "../../types/http"
import { useWords } from "../words/use-words"
import { MeasuredSection } from "./measured-section"
import { MissesDrawer } from "./misses-drawer"
import { RatesTable } from "./rates-table"
import type { Window } from "./use-performance"

interface PerformanceCardProps {
  performance: AdminWalmartPerformance
  days: Window
}

/** How one account did: our figures, the orders behind them, and Walmart's. */
export function PerformanceCard({ performance, days }: PerformanceCardProps) {
  const { t } = useWords()
  const [measure, setMeasure] = useState<WalmartPerformanceMeasure | null>(null)
  const { account_id: account, rates } = performance
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("account.title", { account })}
      </Heading>
      <RatesTable rates={rates} onShow={(rate) => setMeasure(rate.measure)} />
      <MeasuredSection accountId={account} days={days} />
      {measure && (
        <MissesDrawer
          missed={{ accountId: account, days, measure }}
          onClose={() => setMeasure(null)}
        />
      )}
    </Container>
  )
}
