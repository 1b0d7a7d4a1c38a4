import { Text } from "@medusajs/ui"
import { useNow } from "../words/use-now"
import { useWords } from "../words/use-words"

/** How long another tracking number of a shipment can still be sent; nothing once that is over. */
export function Correctable({ until }: { until: string }) {
  const { t, at, span } = useWords()
  const left = Date.parse(until) - useNow()
  if (left <= 0) return null
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {t("update.correctable", { span: span(left), at: at(until) })}
    </Text>
  )
}
