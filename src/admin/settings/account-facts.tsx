import { Alert } from "@medusajs/ui"
import type { AdminWalmartAccount } from "../../types/http"
import { useWords } from "../words/use-words"
import { Fact } from "../common/fact"
import { Person } from "../common/person"

/** What is known of an account; never its key. */
export function AccountFacts({ account }: { account: AdminWalmartAccount }) {
  const { t, at, waiting } = useWords()
  const problems = [account.last_error, account.last_poll_error].filter((text) => text !== null)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      {[...new Set(problems)].map((text) => (
        <Alert key={text} variant="error">
          {text}
        </Alert>
      ))}
      <dl className="flex flex-col gap-y-2">
        <Fact label={t("fields.market")}>
          {account.market_name}
          {account.sandbox && ` · ${t("account.sandbox")}`}
        </Fact>
        <Fact label={t("account.host")}>{account.host}</Fact>
        <Fact label={t("account.lastPoll")}>
          {account.last_poll_at ? at(account.last_poll_at) : t("account.never")}
        </Fact>
        {account.paused && account.paused_at && (
          <Fact label={t("account.pausedSince")}>
            {at(account.paused_at)} · <Person id={account.paused_by} />
          </Fact>
        )}
        <Fact label={t("account.waiting")}>{waiting(account.waiting)}</Fact>
      </dl>
    </div>
  )
}
