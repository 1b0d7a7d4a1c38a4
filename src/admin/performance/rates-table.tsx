import { Button, StatusBadge, Table, Text } from "@medusajs/ui"
import type { AdminWalmartPerformanceRate } from "../../types/http"
import { useWords } from "../words/use-words"

interface RatesTableProps {
  rates: AdminWalmartPerformanceRate[]
  onShow: (rate: AdminWalmartPerformanceRate) => void
}

/** The rates of an account, each next to Walmart's limit and with a way to the orders behind it. */
export function RatesTable({ rates, onShow }: RatesTableProps) {
  const { t } = useWords()
  return (
    <div
      role="region"
      aria-label={t("performance.title")}
      tabIndex={0}
      className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
    >
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("performance.measure")}</Table.HeaderCell>
            <Table.HeaderCell>{t("performance.rate")}</Table.HeaderCell>
            <Table.HeaderCell>{t("performance.limit")}</Table.HeaderCell>
            <Table.HeaderCell className="text-right">{t("performance.counted")}</Table.HeaderCell>
            <Table.HeaderCell className="text-right">{t("performance.misses")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rates.map((rate) => (
            <Rate key={rate.measure} rate={rate} onShow={onShow} />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

const BOUNDS = {
  at_least: "performance.atLeast",
  above: "performance.above",
  below: "performance.below",
} as const

interface RateProps {
  rate: AdminWalmartPerformanceRate
  onShow: RatesTableProps["onShow"]
}

function Rate({ rate, onShow }: RateProps) {
  const { t } = useWords()
  const { measure, counted, missed, limit, bound } = rate
  const name = t(`performance.measures.${measure}`)
  return (
    <Table.Row>
      <Table.Cell className="py-2">
        <Text size="small" weight="plus">
          {name}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle whitespace-normal">
          {t(`performance.hints.${measure}`)}
        </Text>
      </Table.Cell>
      <Table.Cell>
        <RateValue rate={rate} />
      </Table.Cell>
      <Table.Cell>
        {limit === null ? t("performance.noLimit") : t(BOUNDS[bound], { limit })}
      </Table.Cell>
      <Table.Cell className="text-right">{counted}</Table.Cell>
      <Table.Cell className="text-right">
        {missed === 0 ? (
          missed
        ) : (
          <Button
            size="small"
            variant="transparent"
            aria-label={t("performance.show", { count: missed, measure: name })}
            onClick={() => onShow(rate)}
          >
            {missed}
          </Button>
        )}
      </Table.Cell>
    </Table.Row>
  )
}

/** The rate, and whether it keeps the limit: never by color alone. */
function RateValue({ rate: { rate, within } }: Pick<RateProps, "rate">) {
  const { t, number } = useWords()
  if (rate === null) return <span className="text-ui-fg-subtle">{t("performance.nothing")}</span>
  return (
    <span className="flex items-center gap-x-2 text-nowrap">
      {t("performance.percent", { rate: number(rate) })}
      {within !== null && (
        <StatusBadge color={within ? "green" : "red"} className="text-nowrap">
          {t(within ? "performance.within" : "performance.outside")}
        </StatusBadge>
      )}
    </span>
  )
}
