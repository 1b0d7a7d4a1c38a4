import { Alert } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminWalmartAccountState } from "../../../types/http"
import { useNow } from "../../words/use-now"
import { useWords } from "../../words/use-words"
import { LINK } from "../link-class"
import { Live } from "../live"
import { type AccountTrouble, troublesOf } from "./account-trouble"

interface AccountBannerProps {
  accounts: AdminWalmartAccountState[]
  className?: string
}

/** Says why nothing comes or goes, since when and what follows; nothing while all accounts work. */
export function AccountBanner({ accounts, className }: AccountBannerProps) {
  const now = useNow()
  const found = accounts.flatMap((account) =>
    troublesOf(account, now).map((trouble) => ({ account: account.id, trouble }))
  )
  return (
    <Live isUrgent className={className}>
      {found.length > 0 && (
        <div className="flex flex-col gap-y-2">
          {found.map(({ account, trouble }) => (
            <Alert key={`${account} ${trouble.id}`} variant={trouble.variant}>
              <Words account={account} trouble={trouble} />
            </Alert>
          ))}
        </div>
      )}
    </Live>
  )
}

function Words({ account, trouble }: { account: string; trouble: AccountTrouble }) {
  const { t, at, spokenInOne } = useWords()
  const { key, sinceKey, times, said } = trouble
  const values = {
    account,
    since: times.since ? at(times.since) : "",
    until: times.until ? at(times.until) : "",
  }
  const words = [t(key, values), sinceKey && t(sinceKey, values), said && spokenInOne(said)]
  return (
    <>
      {words.filter(Boolean).join(" ")}{" "}
      <Link to="/settings/walmart" className={LINK}>
        {t("trouble.settings")}
      </Link>
    </>
  )
}
