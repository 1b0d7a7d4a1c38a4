import { DataTable, Heading, Text, useDataTable } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrder } from "../../../types/http"
import { emptyKey, type EmptyKey } from "./empty-key"
import { useOrderColumns } from "./use-order-columns"
import { useOrderFilters } from "./use-order-filters"
import type { useTableAddress } from "./use-table-address"
import { useUnfinishedFilters } from "./use-unfinished-filters"
import type { Translate } from "../../words/translate"
import { useWords } from "../../words/use-words"
import { chosenOrders, type Selection, selectionOf } from "./selection"
import { ViewMenu } from "../views/view-menu"
import { Named } from "./named"
import { NamedChips } from "./named-chips"
import { SearchField } from "../../common/search/search-field"
import { ShipListModal } from "../ship-list/ship-list-modal"
import { BulkBar } from "../bulk/bulk-bar"

interface OrdersTableProps {
  orders: AdminWalmartOrder[]
  count: number
  isLoading: boolean
  /** Orders that wait for a person; undefined while they are not counted. */
  tasks: number | undefined
  address: ReturnType<typeof useTableAddress>
}

/** Orders with search, filters, sorting, paging and bulk actions. */
export function OrdersTable({ orders, count, isLoading, tasks, address }: OrdersTableProps) {
  const { t } = useWords()
  const columns = useOrderColumns(address.open)
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
    onRowClick: (_, { id }) => address.open("show", id),
    filtering: useUnfinishedFilters(address),
    ...placeIn(address),
  })
  const isSearched = address.search !== "" || Object.keys(address.filters).length > 0
  return (
    <DataTable instance={table}>
      <NamedChips removeName={(filter) => t("filters.remove", { filter })}>
        <Toolbar address={address} isSearched={isSearched} />
      </NamedChips>
      <DataTable.Table emptyState={emptyState(t, isSearched, emptyKey(address, tasks))} />
      <DataTable.Pagination translations={pagination(t)} />
      <BulkBar
        orders={chosen}
        isCovered={address.isCovered}
        ship={() => address.open("list", "chosen")}
        clear={() => setChosen([])}
      />
      {address.drawers.list && (
        <ShipListModal
          chosen={chosen}
          isOfChosen={address.drawers.list === "chosen"}
          onClose={() => address.open("list", "")}
        />
      )}
    </DataTable>
  )
}

/** Sorting and page as the address has them. */
function placeIn(address: OrdersTableProps["address"]) {
  const onSortingChange = (next: { id: string; desc: boolean } | null) =>
    address.set("order", next ? `${next.desc ? "-" : ""}${next.id}` : "")
  const onPaginationChange = ({ pageIndex }: { pageIndex: number }) =>
    address.set("page", String(pageIndex + 1))
  return {
    sorting: { state: address.sorting, onSortingChange },
    pagination: {
      state: { pageIndex: address.page, pageSize: address.size },
      onPaginationChange,
    },
  }
}

interface ToolbarProps {
  address: OrdersTableProps["address"]
  isSearched: boolean
}

function Toolbar({ address, isSearched }: ToolbarProps) {
  const { t, zone } = useWords()
  return (
    <DataTable.Toolbar
      className="flex flex-col items-start justify-between gap-2 md:flex-row md:items-center"
      translations={{ clearAll: t("filters.clearAll") }}
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <Heading level="h2">{t(isSearched ? "table.filtered" : "table.heading")}</Heading>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("time.zone", { zone: zone() })}
        </Text>
      </div>
      <div className="flex w-full items-center gap-2 md:w-auto">
        <SearchField
          value={address.search}
          label={t("table.search")}
          className="w-full md:w-72"
          onSearch={address.set}
        />
        <Named name={t("filters.label")}>
          <DataTable.FilterMenu tooltip={t("filters.label")} />
        </Named>
        <Named name={t("table.sort")}>
          <DataTable.SortingMenu tooltip={t("table.sort")} />
        </Named>
        <ViewMenu
          size={address.size}
          onSize={(size) => address.set("size", String(size))}
          address={address.text}
          goTo={address.goTo}
        />
      </div>
    </DataTable.Toolbar>
  )
}

function emptyState(t: Translate, isSearched: boolean, found: EmptyKey) {
  return { empty: nothing(t, isSearched ? found : "table.empty"), filtered: nothing(t, found) }
}

function nothing(t: Translate, key: EmptyKey) {
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
