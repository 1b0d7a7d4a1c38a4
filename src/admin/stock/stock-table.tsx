import { Table, Text } from "@medusajs/ui"
import type { AdminWalmartStockListResponse } from "../../types/http"
import { useAccounts } from "../data/use-accounts"
import { useWords } from "../words/use-words"
import { StockRow } from "./stock-row"
import { STOCK_PAGE } from "./use-stock"

interface StockTableProps {
  response: AdminWalmartStockListResponse
  page: number
  isFiltered: boolean
  onPage: (page: number) => void
}

/** A page of figures, those that need a person first. */
export function StockTable({ response, page, isFiltered, onPage }: StockTableProps) {
  const { t } = useWords()
  const { stock, count } = response
  const { data: accounts = [] } = useAccounts()
  if (stock.length === 0) return <NoStock isFiltered={isFiltered} />
  const shown = [...stock, ...accounts.map(({ id: account_id }) => ({ account_id }))]
  const hasAccounts = new Set(shown.map(({ account_id }) => account_id)).size > 1
  return (
    <>
      <div
        role="region"
        aria-label={t("stock.title")}
        tabIndex={0}
        className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
      >
        <Table>
          <StockHeader />
          <Table.Body>
            {stock.map((one) => (
              <StockRow key={one.id} stock={one} hasAccounts={hasAccounts} />
            ))}
          </Table.Body>
        </Table>
      </div>
      <StockPages count={count} page={page} onPage={onPage} />
    </>
  )
}

function NoStock({ isFiltered }: Pick<StockTableProps, "isFiltered">) {
  const { t } = useWords()
  return (
    <div className="flex flex-col items-center gap-y-1 px-6 py-12">
      <Text size="small" weight="plus">
        {t(isFiltered ? "stock.nothingFound" : "stock.empty")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t(isFiltered ? "stock.nothingFoundDescription" : "stock.emptyDescription")}
      </Text>
    </div>
  )
}

function StockHeader() {
  const { t } = useWords()
  return (
    <Table.Header>
      <Table.Row>
        <Table.HeaderCell>{t("stock.sku")}</Table.HeaderCell>
        <Table.HeaderCell>{t("stock.state")}</Table.HeaderCell>
        <Table.HeaderCell>{t("stock.medusa")}</Table.HeaderCell>
        <Table.HeaderCell>{t("stock.walmart")}</Table.HeaderCell>
        <Table.HeaderCell>{t("stock.difference")}</Table.HeaderCell>
        <Table.HeaderCell>
          <span className="sr-only">{t("stock.push")}</span>
        </Table.HeaderCell>
      </Table.Row>
    </Table.Header>
  )
}

interface StockPagesProps extends Pick<StockTableProps, "page" | "onPage"> {
  /** Figures on all pages. */
  count: number
}

function StockPages({ count, page, onPage }: StockPagesProps) {
  const { t } = useWords()
  const pageCount = Math.max(1, Math.ceil(count / STOCK_PAGE))
  return (
    <Table.Pagination
      count={count}
      pageSize={STOCK_PAGE}
      pageIndex={page}
      pageCount={pageCount}
      canPreviousPage={page > 0}
      canNextPage={page + 1 < pageCount}
      previousPage={() => onPage(page - 1)}
      nextPage={() => onPage(page + 1)}
      translations={{
        of: t("pagination.of"),
        results: t("pagination.results"),
        pages: t("pagination.pages"),
        prev: t("pagination.previous"),
        next: t("pagination.next"),
      }}
    />
  )
}
