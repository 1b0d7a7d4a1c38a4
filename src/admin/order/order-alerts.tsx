import { Alert } from "@medusajs/ui"
import { useWords } from "../words/use-words"
import type { OrderAlert } from "./alerts"
import { Live } from "../common/live"

interface OrderAlertsProps {
  alerts: OrderAlert[]
  className?: string
}

/** Banners, read out when they appear. */
export function OrderAlerts({ alerts, className }: OrderAlertsProps) {
  return (
    <Live isUrgent className={className}>
      {alerts.length > 0 && (
        <div className="flex flex-col gap-y-2">
          {alerts.map((alert) => (
            <Alert key={alert.id} variant={alert.variant}>
              <AlertText alert={alert} />
            </Alert>
          ))}
        </div>
      )}
    </Live>
  )
}

function AlertText({ alert }: { alert: OrderAlert }) {
  const { t, at, units, reason } = useWords()
  const { key, values, text, reasons = [] } = alert
  const because = reasons.map((code) => reason(code, [])).join(", ")
  const words = [
    t(key, {
      ...values,
      at: values?.at ? at(String(values.at)) : "",
      units: units(alert.units ?? []),
    }),
    because && t("alerts.becauseOf", { reasons: because }),
    text,
  ]
  return words.filter(Boolean).join(" ")
}
