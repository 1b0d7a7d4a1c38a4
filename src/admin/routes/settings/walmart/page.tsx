import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Text } from "@medusajs/ui"
import { LoadError } from "../../../common/load-error"
import { Loading } from "../../../common/loading"
import { StaleNotice } from "../../../common/stale-notice"
import { AccountCard } from "../../../settings/account-card"
import { DoctorCard } from "../../../settings/doctor/doctor-card"
import { SetupCard } from "../../../settings/doctor/setup-card"
import { KeysCard } from "../../../settings/keys/keys-card"
import { FirstSteps } from "../../../settings/first-steps/first-steps"
import { isFirstStart } from "../../../settings/first-steps/is-first-start"
import { useScrollToHash } from "../../../settings/first-steps/use-scroll-to-hash"
import { StoreNotes } from "../../../settings/health/store-notes"
import { useAccounts } from "../../../data/use-accounts"
import { useWords } from "../../../words/use-words"

const WalmartSettingsPage = () => {
  const { t } = useWords()
  const query = useAccounts()
  const { data: accounts, error, refetch } = query
  useScrollToHash(accounts !== undefined)
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-col gap-y-1 px-6 py-2">
        <Heading>{t("settings.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("settings.description")}
        </Text>
      </div>
      <StaleNotice query={query} />
      <StoreNotes />
      {isFirstStart(accounts) && <FirstSteps />}
      {accounts?.map((account) => (
        <AccountCard key={account.id} account={account} />
      ))}
      <div id="keys" className="empty:hidden">
        <KeysCard />
      </div>
      <div id="setup">
        <SetupCard />
      </div>
      <div id="check-up">
        <DoctorCard />
      </div>
      {!accounts && (
        <Container className="p-0">
          {error ? <LoadError error={error} retry={() => void refetch()} /> : <Loading />}
        </Container>
      )}
    </div>
  )
}

export const config = defineRouteConfig({ label: "menu.settings", translationNs: "walmart" })

/** The breadcrumb is outside the page and takes plain text. */
export const handle = { breadcrumb: () => "Walmart" }

export default WalmartSettingsPage
