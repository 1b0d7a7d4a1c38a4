import type { AdminWalmartAccount } from "../../../types/http"

/** No account has fetched anything yet; unknown while the accounts are. Pure. */
export function isFirstStart(accounts: Pick<AdminWalmartAccount, "last_poll_at">[] | undefined) {
  return accounts?.every(({ last_poll_at: at }) => at === null) === true
}
