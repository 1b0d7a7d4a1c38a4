import { clx } from "@medusajs/ui"
import { memo } from "react"
import type { AdminWalmartOrder } from "../../../types/http"
import { urgencyOf, type Urgency } from "../../words/time"
import { useNow } from "../../words/use-now"
import { useWords } from "../../words/use-words"

const COLORS: Record<Urgency, string> = {
  overdue: "text-ui-tag-red-text",
  soon: "text-ui-tag-orange-text",
  later: "text-ui-fg-base",
}

const DAY_MS = 86_400_000

/** The one date that a person has to keep. Once Walmart is about to cancel the order, that is said too. */
export const ShipByCell = memo(function ShipByCell({ order }: { order: AdminWalmartOrder }) {
  const { t, span, at } = useWords()
  const now = useNow()
  const { ship_by: shipBy, auto_cancel_at: cancelsAt } = order
  const isOpen = order.status === "open" || order.status === "partially_shipped"
  if (!shipBy) return "–"
  const isOurs = order.ship_node_type === "SellerFulfilled"
  if (!isOpen || !isOurs || order.units_to_ship === 0) {
    return <span className="text-ui-fg-subtle">{at(shipBy)}</span>
  }
  const left = Date.parse(shipBy) - now
  const cancelsIn = cancelsAt ? Date.parse(cancelsAt) - now : Infinity
  return (
    <div className="flex flex-col leading-4">
      <time dateTime={shipBy} title={at(shipBy)} className={clx(COLORS[urgencyOf(left)])}>
        {left < 0 ? t("time.overdue", { span: span(left) }) : t("time.left", { span: span(left) })}
      </time>
      {cancelsAt && cancelsIn < DAY_MS ? (
        <span className="txt-compact-xsmall text-ui-fg-error" title={at(cancelsAt)}>
          {cancelsIn < 0
            ? t("table.cancelPast", { span: span(cancelsIn) })
            : t("table.cancelsIn", { span: span(cancelsIn) })}
        </span>
      ) : (
        <span className="txt-compact-xsmall text-ui-fg-subtle">{at(shipBy)}</span>
      )}
    </div>
  )
})
