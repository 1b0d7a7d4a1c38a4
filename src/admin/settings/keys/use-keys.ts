import { useQuery } from "@tanstack/react-query"
import type {
  AdminWalmartKeysBody,
  AdminWalmartKeysResponse,
  AdminWalmartWebhookSecretBody,
} from "../../../types/http"
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

/** Sets the secret of an account's webhooks. */
export function useSetWebhookSecret(accountId: string, after: () => void) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartWebhookSecretBody) =>
      callApi(`walmart/accounts/${accountId}/webhook-secret`, { method: "POST", body }),
    { done: () => t("keys.webhook.saved"), showsError: true, after }
  )
}

/** Takes away the secret that was set, so that the one of the options is in force. */
export function useRemoveWebhookSecret(accountId: string) {
  const { t } = useWords()
  const path = `walmart/accounts/${accountId}/webhook-secret`
  return useAction(() => callApi(path, { method: "DELETE" }), {
    done: () => t("keys.webhook.removed"),
  })
}
