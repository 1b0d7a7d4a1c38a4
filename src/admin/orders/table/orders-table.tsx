import { DataTable, Heading, Text, useDataTable } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrder } from "../../../types/http"
import { useOrderColumns } from "./use-order-columns"
import { useOrderFilters } from "./use-order-filters"
import type { useTableAddress } from "./use-table-address"
import { useUnfinishedFilters } from "./use-unfinished-filters"
import { type Translate, useWords } from "../../words/use-words"
import { chosenOrders, type Selection, selectionOf } from "./selection"
import { PAGE_SIZE } from "../../data/table-state"
import { Named } from "./named"
import { NamedChips } from "./named-chips"
import { BulkBar } from "../bulk/bulk-bar"

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
  const [before, setChosen] = useState<AdminWalmartOrder[]>([])
  const chosen = chosenOrders(selectionOf(before), orders, before)
  const onRowSelectionChange = (selection: Selection) =>
    setChosen(chosenOrders(selection, orders, chosen))
  const table = useDataTable({
    data: orders,
    columns,
    filters,
    rowSelection: { state: selectionOf(chosen), onRowSelectionChange },
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
      <NamedChips removeName={(filter) => t("filters.remove", { filter })}>
        <Toolbar />
      </NamedChips>
      <DataTable.Table
        emptyState={{
          empty: isSearched ? nothing(t, "table.nothingFound") : nothing(t, "table.empty"),
          filtered: nothing(t, "table.nothingFound"),
        }}
      />
      <DataTable.Pagination translations={pagination(t)} />
      <BulkBar orders={chosen} isCovered={address.shown !== null} clear={() => setChosen([])} />
    </DataTable>
  )
}

function Toolbar() {
  const { t, zone } = useWords()
  return (
    <DataTable.Toolbar
      className="flex flex-col items-start justify-between gap-2 md:flex-row md:items-center"
      translations={{ clearAll: t("filters.clearAll") }}
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <Heading level="h2">{t("table.heading")}</Heading>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("time.zone", { zone: zone() })}
        </Text>
      </div>
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
