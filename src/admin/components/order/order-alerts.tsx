import { Alert } from "@medusajs/ui"
import { useWords } from "../../hooks/use-words"
import type { OrderAlert } from "../../lib/alerts"

/** Banners, read out when they appear. */
export function OrderAlerts({ alerts }: { alerts: OrderAlert[] }) {
  const { t, at } = useWords()
  if (alerts.length === 0) return null
  return (
    <div role="alert" className="flex flex-col gap-y-2">
      {alerts.map(({ id, variant, key, values, text }) => (
        <Alert key={id} variant={variant}>
          {t(key, { ...values, at: values?.at ? at(String(values.at)) : "" })} {text}
        </Alert>
      ))}
    </div>
  )
}
