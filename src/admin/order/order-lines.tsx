import { Badge, Text } from "@medusajs/ui"
import type { AdminWalmartOrderLine } from "../../types/http"
import { useWords } from "../words/use-words"
import { Section } from "../common/section"

/** The lines as Walmart counts them. */
export function OrderLines({ lines }: { lines: AdminWalmartOrderLine[] }) {
  const { t } = useWords()
  return (
    <Section title={t("order.lines")}>
      <ul className="flex flex-col gap-y-3">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </Section>
  )
}

function Line({ line }: { line: AdminWalmartOrderLine }) {
  const { t } = useWords()
  return (
    <li className="flex flex-col gap-y-1">
      <Text
        size="small"
        leading="compact"
        weight="plus"
        className="truncate"
        title={line.product_name}
      >
        {line.product_name}
      </Text>
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {t("order.lineNumber", {
          number: line.line_number,
          sku: line.sku,
          quantity: line.quantity,
        })}
      </Text>
      <div className="flex flex-wrap gap-1">
        <Quantities line={line} />
        {line.customer_asked_to_cancel && (
          <Badge size="2xsmall" color="red">
            {t("order.lineAskedToCancel")}
          </Badge>
        )}
      </div>
    </li>
  )
}

function Quantities({ line }: { line: AdminWalmartOrderLine }) {
  const { t } = useWords()
  const counted = [
    {
      key: "order.quantityOpen",
      color: "blue",
      count: line.created_quantity + line.acknowledged_quantity,
    },
    { key: "order.quantityShipped", color: "green", count: line.shipped_quantity },
    { key: "order.quantityDelivered", color: "green", count: line.delivered_quantity },
    { key: "order.quantityCanceled", color: "grey", count: line.canceled_quantity },
    { key: "order.quantityRefunded", color: "grey", count: line.refunded_quantity },
  ] as const
  return counted
    .filter(({ count }) => count > 0)
    .map(({ key, color, count }) => (
      <Badge key={key} size="2xsmall" color={color}>
        {t(key, { count })}
      </Badge>
    ))
}
