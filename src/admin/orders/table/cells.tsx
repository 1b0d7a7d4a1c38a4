import { Button } from "@medusajs/ui"
import { memo, type MouseEvent } from "react"
import { Link } from "react-router-dom"
import type { AdminWalmartOrder } from "../../../types/http"
import { LINK } from "../../common/link-class"
import { StateBadge } from "../../common/state-badge"
import { Thumbnail } from "../../common/thumbnail"
import { useImportOrder } from "../../order/import/use-unimported"
import { useWords } from "../../words/use-words"
import { isShippable } from "../ship/shippable"
import { badgeOf, causeOf } from "./badge"

interface CellProps {
  order: AdminWalmartOrder
}

/** What can be opened beside the list. */
export type Open = (drawer: "show" | "ship" | "correct", id: string) => void

type OpenProps = CellProps & { open: Open }

/** Two lines in a row of the dashboard's own height. */
const TWO_LINES = "flex min-w-0 flex-col items-start leading-4"
const SMALL = "txt-compact-xsmall text-ui-fg-subtle"

/** Runs what a button in a row is for, and not what a click on the row is for. */
function only(action: () => void) {
  return (event: MouseEvent) => {
    event.stopPropagation()
    action()
  }
}

/** Medusa's order and Walmart's number, which opens it at the side. */
export const OrderCell = memo(function OrderCell({ order, open }: OpenProps) {
  const { t } = useWords()
  const number = order.purchase_order_id
  return (
    <div className={TWO_LINES} data-walmart-order={order.id}>
      {order.order && (
        <Link
          to={`/orders/${order.order.id}`}
          className={LINK}
          onClick={(event) => event.stopPropagation()}
        >
          #{order.order.display_id}
        </Link>
      )}
      <button
        type="button"
        aria-label={t("actions.showOrder", { number })}
        className={`${SMALL} focus-visible:shadow-borders-focus rounded outline-none hover:underline`}
        onClick={only(() => open("show", order.id))}
      >
        {number}
      </button>
    </div>
  )
})

/** Who gets it, and where. */
export const CustomerCell = memo(function CustomerCell({ order }: CellProps) {
  const address = order.order?.shipping_address
  const name = [address?.first_name, address?.last_name].filter(Boolean).join(" ")
  const place = [address?.city, address?.province].filter(Boolean).join(", ")
  if (!name && !place) return "–"
  return (
    <div className={`${TWO_LINES} w-28 2xl:w-36`} title={[name, place].join(", ")}>
      <span className="w-full truncate">{name}</span>
      <span className={`${SMALL} w-full truncate`}>{place}</span>
    </div>
  )
})

/** The first item with its picture, and how many others there are. */
export const ItemsCell = memo(function ItemsCell({ order }: CellProps) {
  const { t } = useWords()
  const [first, ...others] = order.lines
  if (!first) return "–"
  const item = order.order?.items?.find(({ id }) => id === first.line_item_id)
  const words = `${first.quantity} × ${first.product_name}`
  return (
    <div className="flex w-40 items-center gap-x-2 2xl:w-56" title={words}>
      <Thumbnail src={item?.thumbnail} isSmall />
      <div className={TWO_LINES}>
        <span className="w-32 truncate 2xl:w-44">{words}</span>
        <span className={`${SMALL} w-32 truncate 2xl:w-44`}>
          {first.sku}
          {others.length > 0 && ` ${t("table.more", { count: others.length })}`}
        </span>
      </div>
    </div>
  )
})

/** One badge, and the cause where somebody has to do something. */
export const StatusCell = memo(function StatusCell({ order }: CellProps) {
  const { spoken, spokenInOne } = useWords()
  const why = causeOf(order)
  return (
    <div className={TWO_LINES}>
      <StateBadge look={badgeOf(order)} />
      {why && (
        <span
          className="txt-compact-xsmall text-ui-fg-error w-36 truncate min-[1440px]:w-52 2xl:w-72"
          title={spokenInOne(why)}
        >
          {spoken(why).message}
        </span>
      )}
    </div>
  )
})

/** What is to be done about it next, with one click. */
export const ActionCell = memo(function ActionCell({ order, open }: OpenProps) {
  const { t } = useWords()
  const number = order.purchase_order_id
  if (order.import_status === "failed" && order.import_error_code !== "unknown_sku") {
    return <ImportButton id={order.id} />
  }
  if (order.import_status === "failed") {
    return (
      <Button size="small" variant="secondary" onClick={only(() => open("correct", order.id))}>
        {t("unimported.choose")}
      </Button>
    )
  }
  if (order.attention) {
    return (
      <Button size="small" variant="secondary" onClick={only(() => open("correct", order.id))}>
        {t("actions.correct")}
      </Button>
    )
  }
  if (!isShippable(order)) return null
  return (
    <Button
      size="small"
      variant="secondary"
      aria-label={t("ship.openOf", { number })}
      onClick={only(() => open("ship", order.id))}
    >
      {t("ship.open")}
    </Button>
  )
})

function ImportButton({ id }: { id: string }) {
  const { t } = useWords()
  const again = useImportOrder(id)
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={again.isPending}
      onClick={only(() => again.mutate(undefined))}
    >
      {t("actions.importAgain")}
    </Button>
  )
}
