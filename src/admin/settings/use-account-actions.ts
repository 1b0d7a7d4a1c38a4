import type {
  AdminWalmartFetchResponse,
  AdminWalmartSettingsChange,
  AdminWalmartTestResponse,
} from "../../types/http"
import { callApi } from "../data/api"
import { keys } from "../data/keys"
import { useAction } from "../common/use-action"
import { useWords } from "../words/use-words"

/** Asks Walmart whether the account's key works, and what it may do; when all is well, the account is no longer held. */
export function useConnectionTest(accountId: string) {
  return useAction(
    () =>
      callApi<AdminWalmartTestResponse>(`walmart/accounts/${accountId}/test`, { method: "POST" }),
    { done: () => null, showsError: true, renews: [keys.accounts, keys.status] }
  )
}

/** Fetches an account's orders now, and says what came of it: how many, that it takes longer, or why not all were fetched. */
export function useFetchNow(accountId: string) {
  const { t, said } = useWords()
  const path = `walmart/accounts/${accountId}/fetch`
  return useAction(() => callApi<AdminWalmartFetchResponse>(path, { method: "POST" }), {
    done: ({ fetch }) =>
      fetch === null
        ? t("account.fetchGoesOn")
        : t("account.fetched", { count: fetch.seen, imported: fetch.imported }),
    refused: ({ fetch }) =>
      fetch?.error ? said(fetch.error, fetch.error_words?.message ?? null) : null,
    failed: t("account.fetchFailed"),
  })
}

/** Holds all that is sent for an account, or lets it continue. */
export function usePause(accountId: string) {
  const { t } = useWords()
  return useAction(
    (action: "pause" | "resume") =>
      callApi(`walmart/accounts/${accountId}/${action}`, { method: "POST" }).then(() => action),
    { done: (action) => t(action === "pause" ? "account.pausedNow" : "account.resumedNow") }
  )
}

/** Saves settings; what is left out stays. */
export function useSaveSettings(accountId: string, { after }: { after: () => void }) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartSettingsChange) =>
      callApi(`walmart/accounts/${accountId}/settings`, { method: "POST", body }),
    { done: () => t("account.saved"), showsError: true, after }
  )
}
