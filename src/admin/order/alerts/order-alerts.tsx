import { Alert } from "@medusajs/ui"
import type { AdminWalmartOrderDetail } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { AlertActions, useAlertUpdate } from "./alert-actions"
import { hasActions, type OrderAlert } from "./alerts"
import { Live } from "../../common/live"

interface OrderAlertsProps {
  alerts: OrderAlert[]
  order: AdminWalmartOrderDetail
  className?: string
}

/** Banners with what can be done about them, read out when they appear. */
export function OrderAlerts({ alerts, order, className }: OrderAlertsProps) {
  return (
    <Live isUrgent className={className}>
      {alerts.length > 0 && (
        <div className="flex flex-col gap-y-2">
          {alerts.map((alert) => (
            <Alert key={alert.id} variant={alert.variant}>
              <div className="flex flex-col gap-2">
                <AlertText alert={alert} order={order} />
                {hasActions(alert) && (
                  <div className="flex flex-wrap items-center gap-2">
                    <AlertActions alert={alert} order={order} />
                  </div>
                )}
              </div>
            </Alert>
          ))}
        </div>
      )}
    </Live>
  )
}

function AlertText({ alert, order }: { alert: OrderAlert; order: AdminWalmartOrderDetail }) {
  const { t, at, units, reason, spokenInOne } = useWords()
  const { key, values, text, said, reasons = [] } = alert
  const update = useAlertUpdate(alert, order)?.title
  const because = reasons.map((code) => reason(code, [])).join(", ")
  const words = [
    t(key, {
      ...values,
      update,
      at: values?.at ? at(String(values.at)) : "",
      units: units(alert.units ?? [], order.lines),
    }),
    because && t("alerts.becauseOf", { reasons: because }),
    text,
    said && spokenInOne(said),
  ]
  return <span className="break-words">{words.filter(Boolean).join(" ")}</span>
}
