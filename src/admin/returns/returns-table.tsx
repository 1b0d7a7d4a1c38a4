import { createDataTableColumnHelper, DataTable, Heading, Text, useDataTable } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import type { AdminWalmartReturn } from "../../types/http"
import { LINK } from "../common/link-class"
import { PAGE_SIZE } from "../data/table-state"
import { useWords } from "../words/use-words"
import { ReturnActions } from "./return-actions"
import {
  ReturnDeadline,
  ReturnItems,
  ReturnMoney,
  ReturnParcel,
  ReturnStateCell,
} from "./return-facts"
import type { useReturnsAddress } from "./use-returns-address"

interface ReturnsTableProps {
  returns: AdminWalmartReturn[]
  count: number
  isLoading: boolean
  address: ReturnType<typeof useReturnsAddress>
}

/** Returns with search and paging. */
export function ReturnsTable({ returns, count, isLoading, address }: ReturnsTableProps) {
  const { t, zone } = useWords()
  const table = useDataTable({
    data: returns,
    columns: useReturnColumns(),
    isLoading,
    rowCount: count,
    getRowId: ({ id }) => id,
    autoResetPageIndex: false,
    search: { state: address.search, onSearchChange: (q) => address.set("q", q) },
    pagination: {
      state: { pageIndex: address.page, pageSize: PAGE_SIZE },
      onPaginationChange: ({ pageIndex }) => address.set("page", String(pageIndex + 1)),
    },
  })
  const empty = address.isFiltered ? "table.nothingFound" : "returns.empty"
  return (
    <DataTable instance={table}>
      <DataTable.Toolbar className="flex flex-col items-start justify-between gap-2 md:flex-row md:items-center">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <Heading level="h2">{t("returns.title")}</Heading>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("time.zone", { zone: zone() })}
          </Text>
        </div>
        <DataTable.Search placeholder={t("returns.search")} />
      </DataTable.Toolbar>
      <DataTable.Table
        emptyState={{
          empty: { heading: t(empty), description: t(`${empty}Description`) },
          filtered: { heading: t(empty), description: t(`${empty}Description`) },
        }}
      />
      <DataTable.Pagination
        translations={{
          of: t("pagination.of"),
          results: t("pagination.results"),
          pages: t("pagination.pages"),
          prev: t("pagination.previous"),
          next: t("pagination.next"),
        }}
      />
    </DataTable>
  )
}

const column = createDataTableColumnHelper<AdminWalmartReturn>()

function useReturnColumns() {
  const { t } = useWords()
  return useMemo(
    () => [
      column.accessor("return_order_id", {
        header: t("returns.numbers"),
        cell: ({ row }) => <NumbersCell one={row.original} />,
      }),
      column.accessor("state", {
        header: t("table.status"),
        cell: ({ row }) => <ReturnStateCell one={row.original} />,
      }),
      column.accessor("refund_by", {
        header: t("returns.deadline"),
        cell: ({ row }) => <ReturnDeadline one={row.original} />,
      }),
      column.accessor("lines", {
        header: t("table.items"),
        cell: ({ row }) => <ReturnItems one={row.original} />,
      }),
      column.accessor("tracking_number", {
        header: t("returns.parcel"),
        cell: ({ row }) => <ReturnParcel one={row.original} />,
      }),
      column.accessor("refunded_amount", {
        header: t("returns.money"),
        cell: ({ row }) => <ReturnMoney one={row.original} />,
      }),
      column.accessor("id", {
        header: t("returns.actions"),
        cell: ({ row }) => <ReturnActions one={row.original} />,
        truncateTooltip: false,
      }),
    ],
    [t]
  )
}

/** The RMA number, and the order it is of. */
function NumbersCell({ one }: { one: AdminWalmartReturn }) {
  return (
    <div className="flex flex-col items-start py-2">
      <span className="txt-compact-small-plus">{one.return_order_id}</span>
      {one.order_id ? (
        <Link to={`/orders/${one.order_id}`} className={LINK}>
          {one.purchase_order_id}
        </Link>
      ) : (
        <span className="txt-compact-xsmall text-ui-fg-subtle">{one.purchase_order_id}</span>
      )}
    </div>
  )
}
