import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminWalmartOrder } from "../../types/http"
import {
  DeadlineCell,
  DetailsCell,
  ItemsCell,
  MedusaOrderCell,
  NumbersCell,
  StatusCell,
} from "../components/orders/cells"
import { selectColumn } from "../components/orders/select-cells"
import { TimeLeft } from "../components/common/time-left"
import { useWords } from "./use-words"

const column = createDataTableColumnHelper<AdminWalmartOrder>()

/** The table's columns; ids of sortable ones are the names the server sorts by. */
export function useOrderColumns(onShow: (id: string) => void) {
  const { t, at, money } = useWords()
  return useMemo(() => {
    const sortable = (key: string) => ({ header: t(key), enableSorting: true, sortLabel: t(key) })
    return [
      selectColumn,
      column.accessor("purchase_order_id", {
        ...sortable("table.numbers"),
        cell: ({ row }) => <NumbersCell order={row.original} onShow={onShow} />,
      }),
      column.accessor((order) => order.order?.display_id ?? null, {
        id: "medusa_order",
        header: t("table.medusaOrder"),
        cell: ({ row }) => <MedusaOrderCell order={row.original} />,
      }),
      column.accessor("status", {
        ...sortable("table.status"),
        cell: ({ row }) => <StatusCell order={row.original} />,
      }),
      column.accessor("next_deadline", {
        ...sortable("table.nextDeadline"),
        cell: ({ row }) => <DeadlineCell order={row.original} />,
      }),
      column.accessor((order) => order.lines.length, {
        id: "items",
        header: t("table.items"),
        cell: ({ row }) => <ItemsCell order={row.original} />,
      }),
      column.accessor("total", {
        ...sortable("fields.value"),
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
        ...sortable("table.ordered"),
        cell: ({ getValue }) => at(getValue()),
      }),
      column.accessor("ship_by", {
        ...sortable("fields.shipBy"),
        cell: ({ row }) => <DateCell order={row.original} name="ship_by" />,
      }),
      column.accessor("deliver_by", {
        ...sortable("fields.deliverBy"),
        cell: ({ row }) => <DateCell order={row.original} name="deliver_by" />,
      }),
      column.accessor("method_code", { header: t("fields.shipMethod") }),
      column.accessor("last_update_at", {
        header: t("table.lastUpdate"),
        cell: ({ row }) => (row.original.last_update_at ? at(row.original.last_update_at) : "–"),
      }),
    ]
  }, [t, at, money, onShow])
}

interface DateCellProps {
  order: AdminWalmartOrder
  name: "ship_by" | "deliver_by"
}

function DateCell({ order, name }: DateCellProps) {
  const at = order[name]
  return at ? <TimeLeft at={at} isOver={order.next_deadline === null} /> : "–"
}
