import { ArrowPath } from "@medusajs/icons"
import { Heading, IconButton, Tooltip } from "@medusajs/ui"
import type { AdminWalmartOrderDetail } from "../../types/http"
import { useRefreshOrder } from "./use-order-actions"
import { useWords } from "../words/use-words"
import { ORDER_STATUS, orderBadge } from "../data/looks"
import { StateBadge } from "../common/state-badge"

/** Title, both states and a button that reads the order again at Walmart. */
export function OrderHeader({ order }: { order: AdminWalmartOrderDetail }) {
  const { t, at } = useWords()
  const refresh = useRefreshOrder(order.id)
  const read = order.refreshed_at
    ? t("order.readAt", { at: at(order.refreshed_at) })
    : t("order.neverRead")
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
      <Heading level="h2">{t("order.title")}</Heading>
      <div className="flex flex-wrap items-center gap-2">
        <StateBadge look={ORDER_STATUS[order.status]} />
        <StateBadge look={orderBadge(order)} />
        <Tooltip content={read}>
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("actions.refresh")}
            isLoading={refresh.isPending}
            onClick={() => refresh.mutate(undefined)}
          >
            <ArrowPath />
          </IconButton>
        </Tooltip>
      </div>
    </div>
  )
}
