import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Heading } from "@medusajs/ui"
import { AccountsBanner } from "../../common/accounts/accounts-banner"
import { DeadlineChips } from "../../orders/deadline-chips"
import { ExportButton } from "../../orders/files/export-button"
import { MenuIcon } from "../../orders/menu-icon"
import { OrderDrawer } from "../../orders/order-drawer"
import { OrdersCard } from "../../orders/orders-card"
import { RetryAll } from "../../orders/bulk/retry-all"
import { StatusCards } from "../../orders/status-cards"
import { isEmpty } from "../../orders/is-empty"
import { FirstSteps } from "../../settings/first-steps/first-steps"
import { useLiveCounts } from "../../orders/use-orders"
import { useTableAddress } from "../../orders/table/use-table-address"
import { ReturnsDue } from "../../returns/returns-due"
import { useWords } from "../../words/use-words"

const WalmartOrdersPage = () => {
  const { t } = useWords()
  const address = useTableAddress()
  const { account_id: accounts } = address.filters
  const accountIds = Array.isArray(accounts) ? accounts : []
  const { data: counts, error: uncounted } = useLiveCounts(accountIds)
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex items-center justify-between gap-2">
        <Heading>{t("orders.title")}</Heading>
        <div className="flex flex-wrap items-center gap-2">
          <RetryAll count={counts?.needs_attention ?? 0} accountIds={accountIds} />
          <ExportButton query={address.query} />
          <Button size="small" variant="secondary" onClick={() => address.open("list", "new")}>
            {t("shipList.open")}
          </Button>
        </div>
      </div>
      <AccountsBanner accountIds={accountIds} />
      <StatusCards
        counts={counts}
        isUnknown={uncounted !== null}
        filters={address.filters}
        onChange={address.setFilters}
      />
      {counts && (
        <DeadlineChips counts={counts} filters={address.filters} onChange={address.setFilters} />
      )}
      <ReturnsDue />
      {counts && isEmpty(counts) && <FirstSteps />}
      <OrdersCard address={address} />
      {address.drawers.show && (
        <OrderDrawer id={address.drawers.show} onClose={() => address.open("show", "")} />
      )}
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.label",
  translationNs: "walmart",
  icon: MenuIcon,
})

/** The breadcrumb is outside the page and takes plain text. */
export const handle = { breadcrumb: () => "Walmart" }

export default WalmartOrdersPage
