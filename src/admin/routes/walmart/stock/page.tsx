import { defineRouteConfig } from "@medusajs/admin-sdk"
import { clx, Container, Heading, Text } from "@medusajs/ui"
import { AccountsBanner } from "../../../common/accounts/accounts-banner"
import { LoadError } from "../../../common/load-error"
import { Loading } from "../../../common/loading"
import { StaleNotice } from "../../../common/stale-notice"
import { pageText } from "../../../data/table-state"
import { useExistingPage } from "../../../data/use-existing-page"
import { StockFilters } from "../../../stock/stock-filters"
import { StockTable } from "../../../stock/stock-table"
import { STOCK_PAGE, useStock } from "../../../stock/use-stock"
import { useStockAddress } from "../../../stock/use-stock-address"
import { useWords } from "../../../words/use-words"

const WalmartStockPage = () => {
  const { t } = useWords()
  const address = useStockAddress()
  const { view, toPage } = address
  const query = useStock(view)
  const { data, error, refetch, isPlaceholderData } = query
  useExistingPage(
    { page: view.page, size: STOCK_PAGE, toPage },
    isPlaceholderData ? undefined : data?.count
  )
  return (
    <div className="flex flex-col gap-y-3">
      <AccountsBanner accountIds={[]} />
      <StaleNotice query={query} />
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
          <div className="flex max-w-2xl flex-col gap-y-1">
            <Heading>{t("stock.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("stock.description")}
            </Text>
          </div>
          <StockFilters address={address} />
        </div>
        {data ? (
          <div
            aria-busy={isPlaceholderData}
            className={clx("transition-opacity", { "opacity-60": isPlaceholderData })}
          >
            <StockTable
              response={data}
              page={view.page}
              isFiltered={view.q !== "" || view.state !== ""}
              onPage={(page) => address.set("page", pageText(page))}
            />
          </div>
        ) : error ? (
          <LoadError error={error} retry={() => void refetch()} />
        ) : (
          <Loading />
        )}
      </Container>
    </div>
  )
}

export const config = defineRouteConfig({ label: "menu.stock", translationNs: "walmart" })

/** The breadcrumb is outside the page and takes plain text. */
export const handle = { breadcrumb: () => "Stock" }

export default WalmartStockPage
