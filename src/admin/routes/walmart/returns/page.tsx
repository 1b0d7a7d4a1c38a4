import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading } from "@medusajs/ui"
import { AccountsBanner } from "../../../common/accounts/accounts-banner"
import { LoadError } from "../../../common/load-error"
import { StaleNotice } from "../../../common/stale-notice"
import { useExistingPage } from "../../../data/use-existing-page"
import { ReturnCards, ReturnChips } from "../../../returns/return-cards"
import { ReturnsTable } from "../../../returns/returns-table"
import { useLiveReturnCounts, useReturns } from "../../../returns/use-returns"
import { useReturnsAddress } from "../../../returns/use-returns-address"
import { useWords } from "../../../words/use-words"

const WalmartReturnsPage = () => {
  const { t } = useWords()
  const address = useReturnsAddress()
  const { data: counts, error: uncounted } = useLiveReturnCounts()
  const query = useReturns(address.query)
  const { data, error, isLoading, isPlaceholderData, refetch } = query
  useExistingPage(address, isPlaceholderData ? undefined : data?.count)
  return (
    <div className="flex flex-col gap-y-3">
      <Heading>{t("returns.pageTitle")}</Heading>
      <AccountsBanner accountIds={[]} />
      <ReturnCards counts={counts} isUnknown={uncounted !== null} address={address} />
      {counts && <ReturnChips counts={counts} address={address} />}
      <StaleNotice query={query} />
      <Container className="overflow-hidden p-0">
        {error && !data ? (
          <LoadError error={error} retry={() => void refetch()} />
        ) : (
          <ReturnsTable
            returns={data?.returns ?? []}
            count={data?.count ?? 0}
            isLoading={isLoading}
            address={address}
          />
        )}
      </Container>
    </div>
  )
}

export const config = defineRouteConfig({ label: "menu.returns", translationNs: "walmart" })

/** The breadcrumb is outside the page and takes plain text. */
export const handle = { breadcrumb: () => "Returns" }

export default WalmartReturnsPage
