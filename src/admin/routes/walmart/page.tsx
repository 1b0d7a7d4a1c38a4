import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading } from "@medusajs/ui"
import { LoadError } from "../../components/common/load-error"
import { DeadlineChips } from "../../components/orders/deadline-chips"
import { MenuIcon } from "../../components/orders/menu-icon"
import { OrderDrawer } from "../../components/orders/order-drawer"
import { OrdersTable } from "../../components/orders/orders-table"
import { RetryAll } from "../../components/orders/retry-all"
import { StatusCards } from "../../components/orders/status-cards"
import { useCounts, useOrders } from "../../hooks/use-orders"
import { useTableAddress } from "../../hooks/use-table-address"
import { useWords } from "../../hooks/use-words"

const WalmartOrdersPage = () => {
  const { t } = useWords()
  const address = useTableAddress()
  const { data: counts } = useCounts()
  const { data, error, isLoading, refetch } = useOrders(address.query)
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex items-center justify-between gap-2">
        <Heading>{t("orders.title")}</Heading>
        <RetryAll count={counts?.needs_attention ?? 0} />
      </div>
      <StatusCards counts={counts} filters={address.filters} onChange={address.setFilters} />
      {counts && (
        <DeadlineChips counts={counts} filters={address.filters} onChange={address.setFilters} />
      )}
      <Container className="overflow-hidden p-0">
        {error ? (
          <LoadError error={error} retry={() => void refetch()} />
        ) : (
          <OrdersTable
            orders={data?.orders ?? []}
            count={data?.count ?? 0}
            isLoading={isLoading}
            address={address}
          />
        )}
      </Container>
      {address.shown && <OrderDrawer id={address.shown} onClose={() => address.show("")} />}
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.label",
  translationNs: "walmart",
  icon: MenuIcon,
})

/** The breadcrumb stands outside the page and takes plain text. */
export const handle = { breadcrumb: () => "Walmart" }

export default WalmartOrdersPage
