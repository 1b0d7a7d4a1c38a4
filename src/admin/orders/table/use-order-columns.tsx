import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminWalmartOrder } from "../../../types/http"
import {
  DeadlineCell,
  DetailsCell,
  ItemsCell,
  MedusaOrderCell,
  NumbersCell,
  StatusCell,
} from "./cells"
import { selectColumn } from "./select-cells"
import { TimeLeft } from "../../common/time-left"
import { useWords } from "../../words/use-words"

const column = createDataTableColumnHelper<AdminWalmartOrder>()

/** The table's columns; ids of sortable ones are the names the server sorts by. */
export function useOrderColumns(onShow: (id: string) => void) {
  const { t, at, money } = useWords()
  return useMemo(() => {
    const sortable = (key: string, kind: "dates" | "amounts" | "names") => ({
      ...{ header: t(key), enableSorting: true, sortLabel: t(key) },
      sortAscLabel: t(`sorting.${kind}.up`),
      sortDescLabel: t(`sorting.${kind}.down`),
    })
    return [
      selectColumn,
      column.accessor("purchase_order_id", {
        ...sortable("table.numbers", "names"),
        cell: ({ row }) => <NumbersCell order={row.original} onShow={onShow} />,
      }),
      column.accessor((order) => order.order?.display_id ?? null, {
        id: "medusa_order",
        header: t("table.medusaOrder"),
        cell: ({ row }) => <MedusaOrderCell order={row.original} />,
      }),
      column.accessor("status", {
        ...sortable("table.status", "names"),
        cell: ({ row }) => <StatusCell order={row.original} />,
      }),
      column.accessor("next_deadline", {
        ...sortable("table.nextDeadline", "dates"),
        cell: ({ row }) => <DeadlineCell order={row.original} />,
      }),
      column.accessor((order) => order.lines.length, {
        id: "items",
        header: t("table.items"),
        cell: ({ row }) => <ItemsCell order={row.original} />,
      }),
      column.accessor("total", {
        ...sortable("fields.value", "amounts"),
        align: "right",
        cell: ({ row: { original } }) => money(original.total, original.currency_code),
      }),
      column.accessor("id", {
        id: "details",
        header: t("table.details"),
        cell: ({ row }) => <DetailsCell order={row.original} />,
        truncateTooltip: false,
      }),
      column.accessor("ordered_at", {
        ...sortable("table.ordered", "dates"),
        cell: ({ getValue }) => at(getValue()),
      }),
      column.accessor("ship_by", {
        ...sortable("fields.shipBy", "dates"),
        cell: ({ row }) => <DateCell order={row.original} date="ship_by" />,
      }),
      column.accessor("deliver_by", {
        ...sortable("fields.deliverBy", "dates"),
        cell: ({ row }) => <DateCell order={row.original} date="deliver_by" />,
      }),
      column.accessor("method_code", { header: t("fields.shipMethod") }),
      column.accessor("last_update_at", {
        ...sortable("table.lastUpdate", "dates"),
        cell: ({ row }) => (row.original.last_update_at ? at(row.original.last_update_at) : "–"),
      }),
    ]
  }, [t, at, money, onShow])
}

interface DateCellProps {
  order: AdminWalmartOrder
  date: "ship_by" | "deliver_by"
}

function DateCell({ order, date }: DateCellProps) {
  const at = order[date]
  return at ? <TimeLeft at={at} isOver={order.next_deadline === null} /> : "–"
}
