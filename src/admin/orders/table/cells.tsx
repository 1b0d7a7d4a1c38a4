import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminWalmartOrder } from "../../../types/http"
import { useImportOrder } from "../../order/use-order-actions"
import { useWords } from "../../words/use-words"
import { DEADLINE_KIND, ORDER_STATUS, SYNC_STATUS } from "../../data/looks"
import { LINK } from "../../common/link-class"
import { StateBadge } from "../../common/state-badge"
import { TimeLeft } from "../../common/time-left"

interface CellProps {
  order: AdminWalmartOrder
}

/** Both of Walmart's numbers; the button opens the order at the side. */
export function NumbersCell({ order, onShow }: CellProps & { onShow: (id: string) => void }) {
  const { t } = useWords()
  const number = order.purchase_order_id
  return (
    <div className="flex flex-col items-start py-2">
      <button
        type="button"
        aria-label={t("actions.showOrder", { number })}
        className="txt-compact-small-plus text-ui-fg-base focus-visible:shadow-borders-focus rounded outline-none hover:underline"
        onClick={(event) => {
          event.stopPropagation()
          onShow(order.id)
        }}
      >
        {number}
      </button>
      <span className="txt-compact-xsmall text-ui-fg-subtle">{order.customer_order_id}</span>
    </div>
  )
}

/** The native order, if there is one. */
export function MedusaOrderCell({ order }: CellProps) {
  if (!order.order) return "–"
  return (
    <Link
      to={`/orders/${order.order.id}`}
      className={LINK}
      onClick={(event) => event.stopPropagation()}
    >
      #{order.order.display_id}
    </Link>
  )
}

/** The first item, and how many there are. */
export function ItemsCell({ order }: CellProps) {
  const { t } = useWords()
  const units = order.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const [first, ...others] = order.lines
  return (
    <div className="flex flex-col">
      <span>{t("table.units", { count: units })}</span>
      {first && (
        <span className="txt-compact-xsmall text-ui-fg-subtle max-w-40 truncate">
          {first.sku}
          {others.length > 0 && ` ${t("table.more", { count: others.length })}`}
        </span>
      )}
    </div>
  )
}

export function StatusCell({ order }: CellProps) {
  return (
    <div className="flex flex-col items-start gap-y-1 py-2">
      <StateBadge look={ORDER_STATUS[order.status]} />
      {order.import_status === "imported" && <StateBadge look={SYNC_STATUS[order.sync_status]} />}
    </div>
  )
}

/** The deadline that comes next. */
export function DeadlineCell({ order }: CellProps) {
  const { t } = useWords()
  if (!order.next_deadline) return "–"
  return (
    <div className="flex flex-col py-2">
      <span className="txt-compact-xsmall text-ui-fg-subtle">
        {t(DEADLINE_KIND[order.next_deadline.kind])}
      </span>
      <TimeLeft at={order.next_deadline.at} />
    </div>
  )
}

/** Why an order could not be imported, with a way to try again; else how its updates stand. */
export function DetailsCell({ order }: CellProps) {
  const { t } = useWords()
  if (order.import_status === "failed") return <ImportFailure order={order} />
  if (order.import_status === "pending") return t("importStatus.pending")
  const counts = (["needs_attention", "pending", "sent", "dismissed"] as const)
    .filter((status) => order.update_counts[status] > 0)
    .map((status) => t(`updateCount.${status}`, { count: order.update_counts[status] }))
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {counts.join(" · ") || "–"}
      {order.customer_asked_to_cancel && ` · ${t("table.askedToCancel")}`}
    </Text>
  )
}

function ImportFailure({ order }: CellProps) {
  const { t } = useWords()
  const again = useImportOrder(order.id)
  return (
    <div className="flex w-80 flex-col items-start gap-y-1 whitespace-normal py-2">
      <Text size="xsmall" className="text-ui-fg-error">
        {order.import_error}
      </Text>
      {order.import_remedy && <Text size="xsmall">{order.import_remedy}</Text>}
      <Button
        size="small"
        variant="secondary"
        isLoading={again.isPending}
        onClick={(event) => {
          event.stopPropagation()
          again.mutate(undefined)
        }}
      >
        {t("actions.importAgain")}
      </Button>
    </div>
  )
}
