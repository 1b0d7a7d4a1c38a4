import { useAccounts } from "../../data/use-accounts"
import { AccountBanner } from "./account-banner"

/** What holds up the named accounts, or any of all, renewed while the page is looked at. */
export function AccountsBanner({ accountIds }: { accountIds: string[] }) {
  const { data: accounts = [] } = useAccounts({ isLive: true })
  const shown = accounts.filter(({ id }) => accountIds.length === 0 || accountIds.includes(id))
  return <AccountBanner accounts={shown} />
}
