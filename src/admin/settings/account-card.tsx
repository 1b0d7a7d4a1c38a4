import { Container, Heading, StatusBadge } from "@medusajs/ui"
import type { AdminWalmartAccount } from "../../types/http"
import { LoadError } from "../common/load-error"
import { Loading } from "../common/loading"
import { StaleNotice } from "../common/stale-notice"
import { useWords } from "../words/use-words"
import { AccountFacts } from "./account-facts"
import { ConnectionTest } from "./connection-test"
import { FetchButton } from "./fetch-button"
import { GeneralSettings } from "./general-settings"
import { HealthRow } from "./health/health-row"
import { CarrierMap } from "./maps/carrier-map"
import { ProductMap } from "./maps/product-map"
import { RefundReasonMap } from "./maps/refund-reason-map"
import { ShipMethodMap } from "./maps/ship-method-map"
import { PauseButton } from "./pause-button"
import { useConnectionTest } from "./use-account-actions"
import { useSettings } from "./use-settings"
import { WebhooksSection } from "./webhooks/webhooks-section"

/** One account: how it is doing, and what staff may change. */
export function AccountCard({ account }: { account: AdminWalmartAccount }) {
  const { t, spokenInOne } = useWords()
  const query = useSettings(account.id)
  const { data, error, refetch } = query
  const test = useConnectionTest(account.id)
  const known = account.last_error ?? account.last_poll_error ?? account.last_returns_poll_error
  const problem = known && spokenInOne({ message: known, words: wordsOf(account) })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div className="flex flex-wrap items-center gap-2">
          <Heading level="h2">{t("account.title", { account: account.id })}</Heading>
          <AccountState account={account} hasFailedTest={hasFailed(test, account)} />
        </div>
        <div className="flex flex-wrap gap-2">
          <FetchButton accountId={account.id} />
          <PauseButton account={account} />
        </div>
      </div>
      <HealthRow accountId={account.id} problem={problem} />
      <AccountFacts account={account} />
      <div>
        <ConnectionTest test={test} known={known} />
        <StaleNotice query={query} className="px-6 pb-4" />
      </div>
      {account.market === "us" && <WebhooksSection accountId={account.id} />}
      {data ? (
        <>
          <GeneralSettings accountId={account.id} response={data} />
          <CarrierMap accountId={account.id} response={data} />
          <ShipMethodMap accountId={account.id} response={data} />
          <ProductMap accountId={account.id} response={data} />
          <RefundReasonMap accountId={account.id} response={data} />
        </>
      ) : error ? (
        <LoadError error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Container>
  )
}

/** The words of what is known to be wrong. */
function wordsOf(account: AdminWalmartAccount) {
  if (account.last_error) return account.last_error_words
  if (account.last_poll_error) return account.last_poll_error_words
  return account.last_returns_poll_error_words
}

/** Walmart said no to a test, and has answered no fetch since; both by the server's clock. */
function hasFailed(
  { data: tested }: ReturnType<typeof useConnectionTest>,
  { last_poll_at }: AdminWalmartAccount
): boolean {
  if (!tested || tested.ok) return false
  return last_poll_at === null || new Date(last_poll_at) <= new Date(tested.tested_at)
}

interface AccountStateProps {
  account: AdminWalmartAccount
  hasFailedTest: boolean
}

function AccountState({ account, hasFailedTest }: AccountStateProps) {
  const { t } = useWords()
  if (account.blocked_until) {
    return <StatusBadge color="red">{t("account.blocked")}</StatusBadge>
  }
  if (hasFailedTest) return <StatusBadge color="red">{t("account.testFailed")}</StatusBadge>
  if (account.paused) return <StatusBadge color="orange">{t("account.paused")}</StatusBadge>
  if (account.dry_run) return <StatusBadge color="purple">{t("account.dryRun")}</StatusBadge>
  if (account.last_poll_error) {
    return <StatusBadge color="orange">{t("account.notReached")}</StatusBadge>
  }
  if (account.last_poll_at === null) {
    return <StatusBadge color="grey">{t("account.notTried")}</StatusBadge>
  }
  return <StatusBadge color="green">{t("account.connected")}</StatusBadge>
}
