import { useQuery } from "@tanstack/react-query"
import type { AdminWalmartKeysBody, AdminWalmartKeysResponse } from "../../../types/http"
import { useAction } from "../../common/use-action"
import { callApi } from "../../data/api"
import { keys } from "../../data/keys"
import { useWords } from "../../words/use-words"

/** Which keys are in force, by account. */
export function useKeys() {
  return useQuery({
    queryKey: keys.accountKeys,
    queryFn: () => callApi<AdminWalmartKeysResponse>("walmart/keys"),
    staleTime: 5_000,
  })
}

/** Sets an account's keys. */
export function useSetKeys(accountId: string, after: () => void) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartKeysBody) =>
      callApi(`walmart/accounts/${accountId}/keys`, { method: "POST", body }),
    { done: () => t("keys.saved"), showsError: true, after }
  )
}

/** Takes away the keys that were set, so that those of the options are in force. */
export function useRemoveKeys(accountId: string) {
  const { t } = useWords()
  return useAction(() => callApi(`walmart/accounts/${accountId}/keys`, { method: "DELETE" }), {
    done: () => t("keys.removed"),
  })
}
