import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminWalmartOrder } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { ActionCell, CustomerCell, ItemsCell, type Open, OrderCell, StatusCell } from "./cells"
import { selectColumn } from "./select-cells"
import { ShipByCell } from "./ship-by-cell"
import { useNarrow } from "./use-narrow"

const column = createDataTableColumnHelper<AdminWalmartOrder>()

/** What Medusa's table may cut off to a width loses the ring around its button. */
const ACTION = { id: "do", header: "", align: "right", truncateTooltip: false } as const

/**
 * The table's columns; ids of sortable ones are the names the server sorts by. On a phone, which shows the first ones, the deadline and
 * the state are before whose order it is.
 */
export function useOrderColumns(open: Open) {
  const { t } = useWords()
  const isNarrow = useNarrow()
  return useMemo(() => {
    const sortable = (key: string, kind: "dates" | "names") => ({
      ...{ header: t(key), enableSorting: true, sortLabel: t(key) },
      sortAscLabel: t(`sorting.${kind}.up`),
      sortDescLabel: t(`sorting.${kind}.down`),
    })
    const whose = [
      column.accessor((order) => order.order?.shipping_address?.last_name ?? "", {
        id: "customer",
        header: t("table.customer"),
        cell: ({ row }) => <CustomerCell order={row.original} />,
      }),
      column.accessor((order) => order.lines.length, {
        id: "items",
        header: t("table.items"),
        cell: ({ row }) => <ItemsCell order={row.original} />,
      }),
    ]
    const howItStands = [
      column.accessor("ship_by", {
        ...sortable("fields.shipBy", "dates"),
        id: "due",
        cell: ({ row }) => <ShipByCell order={row.original} />,
      }),
      column.accessor("status", {
        ...sortable("table.status", "names"),
        cell: ({ row }) => <StatusCell order={row.original} />,
      }),
    ]
    const [first, second] = isNarrow ? [howItStands, whose] : [whose, howItStands]
    return [
      selectColumn,
      column.accessor("purchase_order_id", {
        ...sortable("table.numbers", "names"),
        cell: ({ row }) => <OrderCell order={row.original} open={open} />,
      }),
      ...first,
      ...second,
      column.accessor("id", {
        ...ACTION,
        cell: ({ row }) => <ActionCell order={row.original} open={open} />,
      }),
    ]
  }, [t, open, isNarrow])
}
