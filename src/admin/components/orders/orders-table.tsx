import { DataTable, Heading, useDataTable } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrder } from "../../../types/http"
import { useBulk } from "../../hooks/use-bulk"
import { useOrderColumns } from "../../hooks/use-order-columns"
import { useOrderFilters } from "../../hooks/use-order-filters"
import type { useTableAddress } from "../../hooks/use-table-address"
import { useUnfinishedFilters } from "../../hooks/use-unfinished-filters"
import { type Translate, useWords } from "../../hooks/use-words"
import { refreshOrders, retryOrders } from "../../lib/bulk"
import { Named } from "../common/named"
import { PAGE_SIZE } from "../../lib/table-state"

interface OrdersTableProps {
  orders: AdminWalmartOrder[]
  count: number
  isLoading: boolean
  address: ReturnType<typeof useTableAddress>
}

/** Orders with search, filters, sorting, paging and bulk actions. */
export function OrdersTable({ orders, count, isLoading, address }: OrdersTableProps) {
  const { t } = useWords()
  const columns = useOrderColumns(address.show)
  const filters = useOrderFilters()
  const { commands, rowSelection } = useCommands(orders)
  const table = useDataTable({
    data: orders,
    columns,
    filters,
    commands,
    rowSelection,
    isLoading,
    rowCount: count,
    getRowId: ({ id }) => id,
    autoResetPageIndex: false,
    onRowClick: (_, { id }) => address.show(id),
    search: { state: address.search, onSearchChange: (q) => address.set("q", q) },
    filtering: useUnfinishedFilters(address),
    sorting: {
      state: address.sorting,
      onSortingChange: (next) =>
        address.set("order", next ? `${next.desc ? "-" : ""}${next.id}` : ""),
    },
    pagination: {
      state: { pageIndex: address.page, pageSize: PAGE_SIZE },
      onPaginationChange: ({ pageIndex }) => address.set("page", String(pageIndex + 1)),
    },
  })
  const isSearched = address.search !== "" || Object.keys(address.filters).length > 0
  return (
    <DataTable instance={table}>
      <DataTable.Toolbar className="flex flex-col items-start justify-between gap-2 md:flex-row md:items-center">
        <Heading level="h2">{t("table.heading")}</Heading>
        <div className="flex w-full items-center gap-2 md:w-auto">
          <Named name={t("table.search")}>
            <DataTable.Search placeholder={t("table.search")} />
          </Named>
          <Named name={t("filters.label")}>
            <DataTable.FilterMenu tooltip={t("filters.label")} />
          </Named>
          <Named name={t("table.sort")}>
            <DataTable.SortingMenu tooltip={t("table.sort")} />
          </Named>
        </div>
      </DataTable.Toolbar>
      <DataTable.Table
        emptyState={{
          empty: isSearched ? nothing(t, "table.nothingFound") : nothing(t, "table.empty"),
          filtered: nothing(t, "table.nothingFound"),
        }}
      />
      <DataTable.Pagination translations={pagination(t)} />
      <DataTable.CommandBar selectedLabel={(selected) => t("bulk.selected", { count: selected })} />
    </DataTable>
  )
}

function nothing(t: Translate, key: "table.nothingFound" | "table.empty") {
  return { heading: t(key), description: t(`${key}Description`) }
}

function pagination(t: Translate) {
  return {
    of: t("pagination.of"),
    results: t("pagination.results"),
    pages: t("pagination.pages"),
    prev: t("pagination.previous"),
    next: t("pagination.next"),
  }
}

/** What can be done to the chosen rows. */
function useCommands(orders: AdminWalmartOrder[]) {
  const { t } = useWords()
  const [state, onRowSelectionChange] = useState<Record<string, boolean>>({})
  const retry = useBulk(retryOrders)
  const refresh = useBulk(refreshOrders)
  const run = async (bulk: typeof retry) => {
    await bulk.mutateAsync(orders.filter(({ id }) => state[id]))
    onRowSelectionChange({})
  }
  const commands = [
    { label: t("bulk.retry"), shortcut: "r", action: () => run(retry) },
    { label: t("bulk.refresh"), shortcut: "f", action: () => run(refresh) },
  ]
  return { commands, rowSelection: { state, onRowSelectionChange } }
}
