import { clx, Container, Text } from "@medusajs/ui"
import type { AdminWalmartOrderDetail } from "../../types/http"
import { useNow } from "../words/use-now"
import { useWords } from "../words/use-words"
import { AccountBanner } from "../common/accounts/account-banner"
import { alertsOf, isConcerned } from "./alerts"
import { DEADLINE_KIND, ORDER_STATUS, SYNC_STATUS } from "../data/looks"
import { LINK } from "../common/link-class"
import { StateBadge } from "../common/state-badge"
import { TimeLeft } from "../common/time-left"
import { ORDER_CARD_ID } from "./order-card-id"
import { OrderAlerts } from "./order-alerts"

/**
 * One line on how the order stands, and what is urgent. The dashboard puts widgets below its own cards, wherever they ask to be
 * and whatever their height; `order-first` brings this one above them, where it is seen before anybody packs.
 */
export function OrderSummary({ order }: { order: AdminWalmartOrderDetail }) {
  const { t } = useWords()
  const { urgent } = alertsOf(order, useNow())
  const { next_deadline: next } = order
  return (
    <Container className="order-first flex flex-col gap-y-3 px-6 py-4">
      <AccountBanner accounts={isConcerned(order) ? [order.account] : []} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <Text size="small" weight="plus">
            {t("order.titleOf", { number: order.purchase_order_id })}
          </Text>
          <StateBadge look={ORDER_STATUS[order.status]} />
          <StateBadge look={SYNC_STATUS[order.sync_status]} />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          {next && (
            <Text as="div" size="small" className="flex gap-x-2">
              <span className="text-ui-fg-subtle">{t(DEADLINE_KIND[next.kind])}</span>
              <TimeLeft at={next.at} />
            </Text>
          )}
          <a href={`#${ORDER_CARD_ID}`} className={clx(LINK, "txt-compact-small")}>
            {t("order.toCard")}
          </a>
        </div>
      </div>
      <OrderAlerts alerts={urgent} />
    </Container>
  )
}
