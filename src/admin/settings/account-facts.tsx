import type { AdminWalmartAccount } from "../../types/http"
import { Person } from "../common/person"
import { useWords } from "../words/use-words"
import { SettingRow } from "./setting-section"

/** What is known of an account; never its key. */
export function AccountFacts({ account }: { account: AdminWalmartAccount }) {
  const { t, at, waiting } = useWords()
  const { orders, updates } = account.waiting
  return (
    <dl className="divide-y">
      <SettingRow label={t("fields.market")}>
        {account.market_name}
        {account.sandbox && ` · ${t("account.sandbox")}`}
      </SettingRow>
      {account.host && <SettingRow label={t("account.host")}>{account.host}</SettingRow>}
      <SettingRow label={t("account.lastPoll")}>
        {account.last_poll_at ? at(account.last_poll_at) : t("account.never")}
      </SettingRow>
      {account.paused && account.paused_at && (
        <SettingRow label={t("account.pausedSince")}>
          {at(account.paused_at)} · <Person id={account.paused_by} />
        </SettingRow>
      )}
      <SettingRow label={t("account.waiting")}>
        {orders + updates === 0 ? t("account.nothingWaiting") : waiting(account.waiting)}
      </SettingRow>
    </dl>
  )
}
