import { Button, clx, Container, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { AdminWalmartOrderDetail } from "../../types/http"
import { useNow } from "../words/use-now"
import { useWords } from "../words/use-words"
import { AccountBanner } from "../common/accounts/account-banner"
import { alertsOf, isConcerned } from "./alerts/alerts"
import { deadlineOf } from "./deadline"
import { DEADLINE_KIND, ORDER_STATUS, orderBadge } from "../data/looks"
import { LINK } from "../common/link-class"
import { StateBadge } from "../common/state-badge"
import { TimeLeft } from "../common/time-left"
import { ORDER_CARD_ID } from "./order-card-id"
import { OrderAlerts } from "./alerts/order-alerts"

/** One line on the order's state, and what is urgent with what can be done about it. */
export function OrderSummary({ order }: { order: AdminWalmartOrderDetail }) {
  const { t } = useWords()
  const { urgent } = alertsOf(order, useNow())
  const next = deadlineOf(order)
  return (
    <Strip
      number={order.purchase_order_id}
      state={
        <>
          <StateBadge look={ORDER_STATUS[order.status]} />
          <StateBadge look={orderBadge(order)} />
        </>
      }
      aside={
        <>
          {next && (
            <Text as="div" size="small" className="flex gap-x-2">
              <span className="text-ui-fg-subtle">{t(DEADLINE_KIND[next.kind])}</span>
              <TimeLeft at={next.at} isCancelDate={next.kind === "auto_cancel"} />
            </Text>
          )}
          <a href={`#${ORDER_CARD_ID}`} className={clx(LINK, "txt-compact-small")}>
            {t("order.toCard")}
          </a>
        </>
      }
    >
      <AccountBanner accounts={isConcerned(order) ? [order.account] : []} />
      <OrderAlerts alerts={urgent} order={order} />
    </Strip>
  )
}

/** The same line while it is asked for, so that nothing below it moves when the answer comes. */
export function LoadingSummary({ number }: { number: string }) {
  const { t } = useWords()
  return (
    <Strip
      number={number}
      state={
        <span role="status" aria-label={t("states.loading")}>
          <Skeleton className="h-6 w-48" />
        </span>
      }
      aside={<Skeleton className="h-10 w-48" />}
    />
  )
}

interface UnknownSummaryProps {
  number: string
  error: unknown
  retry: () => void
}

/** What Walmart wants of the order could not be found out: that is said, because it may be that it must not be packed. */
export function UnknownSummary({ number, error, retry }: UnknownSummaryProps) {
  const { t, problem } = useWords()
  return (
    <Strip
      number={number}
      state={<StateBadge look={{ color: "orange", label: "order.unknown" }} />}
      aside={
        <Button size="small" variant="secondary" onClick={retry}>
          {t("actions.tryAgain")}
        </Button>
      }
    >
      <Text size="small" role="alert" className="text-ui-fg-subtle">
        {problem(error)}
      </Text>
    </Strip>
  )
}

interface StripProps {
  number: string
  state: ReactNode
  aside: ReactNode
  children?: ReactNode
}

/**
 * The dashboard puts widgets below its own cards, wherever they ask to be and whatever their height; `order-first` brings this one
 * above them, where it is seen before anyone packs. Two rows whatever is in them, so that the page keeps its place.
 */
function Strip({ number, state, aside, children }: StripProps) {
  const { t } = useWords()
  return (
    <Container className="order-first flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center gap-2">
        <Text size="small" weight="plus">
          {t("order.titleOf", { number })}
        </Text>
        {state}
      </div>
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-3">{aside}</div>
      {children}
    </Container>
  )
}
