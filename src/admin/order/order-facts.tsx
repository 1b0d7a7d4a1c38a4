import { ArrowUpRightOnBox } from "@medusajs/icons"
import { clx, Copy } from "@medusajs/ui"
import type { AdminWalmartOrderDetail } from "../../types/http"
import { useWords } from "../words/use-words"
import { deadlineOf } from "./deadline"
import { DEADLINE_KIND } from "../data/looks"
import { Fact } from "../common/fact"
import { LINK } from "../common/link-class"
import { TimeLeft } from "../common/time-left"

/** Numbers, market and dates of an order. */
export function OrderFacts({ order }: { order: AdminWalmartOrderDetail }) {
  const { t, money } = useWords()
  const { account } = order
  const next = deadlineOf(order)
  return (
    <dl className="flex flex-col gap-y-3 px-6 py-4">
      <Fact label={t("fields.purchaseOrder")}>
        <CopiedNumber number={order.purchase_order_id} />
        {order.seller_center_url && <SellerCenterLink url={order.seller_center_url} />}
      </Fact>
      <Fact label={t("fields.customerOrder")}>
        <CopiedNumber number={order.customer_order_id} />
      </Fact>
      <Fact label={t("fields.market")}>
        {t("order.marketOf", { market: account.market_name ?? "–", account: account.id })}
      </Fact>
      {next && (
        <Fact label={t(DEADLINE_KIND[next.kind])}>
          <TimeLeft at={next.at} isCancelDate={next.kind === "auto_cancel"} />
        </Fact>
      )}
      <Dates order={order} />
      <Fact label={t("fields.shipMethod")}>{order.method_code}</Fact>
      <Fact label={t("fields.value")}>{money(order.total, order.currency_code)}</Fact>
    </dl>
  )
}

/** What the next deadline already says is not said twice. Once nothing is open, no date is anyone's task any longer. */
function Dates({ order }: { order: AdminWalmartOrderDetail }) {
  const { t } = useWords()
  const { ship_by, deliver_by, auto_cancel_at } = order
  const next = deadlineOf(order)
  const isOver = next === null
  return (
    <>
      {ship_by && next?.kind !== "ship" && (
        <Fact label={t("fields.shipBy")}>
          <TimeLeft at={ship_by} isOver={isOver} />
        </Fact>
      )}
      {deliver_by && (
        <Fact label={t("fields.deliverBy")}>
          <TimeLeft at={deliver_by} isOver={isOver} />
        </Fact>
      )}
      {auto_cancel_at && !isOver && next.kind !== "auto_cancel" && (
        <Fact label={t(DEADLINE_KIND.auto_cancel)}>
          <TimeLeft at={auto_cancel_at} isCancelDate />
        </Fact>
      )}
    </>
  )
}

function CopiedNumber({ number }: { number: string }) {
  const { t } = useWords()
  return (
    <span className="flex items-center gap-x-1">
      <span className="break-all">{number}</span>
      <Copy content={number} aria-label={t("actions.copyNumber", { number })} />
    </span>
  )
}

function SellerCenterLink({ url }: { url: string }) {
  const { t } = useWords()
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className={clx(LINK, "inline-flex items-center gap-x-1")}
    >
      {t("actions.openSellerCenter")}
      <ArrowUpRightOnBox aria-hidden />
    </a>
  )
}
