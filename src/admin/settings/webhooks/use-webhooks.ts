import { useQuery } from "@tanstack/react-query"
import type {
  AdminWalmartWebhookCheckResponse,
  AdminWalmartWebhooksResponse,
} from "../../../types/http"
import { callApi } from "../../data/api"
import { keys } from "../../data/keys"
import { useAction } from "../../common/use-action"
import { useWords } from "../../words/use-words"

const pathOf = (accountId: string) => `walmart/accounts/${accountId}/webhooks`

/** An account's webhooks; each look asks Walmart, whose limit is low. */
export function useWebhooks(accountId: string) {
  return useQuery({
    queryKey: keys.webhooks(accountId),
    queryFn: () => callApi<AdminWalmartWebhooksResponse>(pathOf(accountId)),
    staleTime: 60_000,
  })
}

/** Subscribes, or renews the subscription. */
export function useSubscribe(accountId: string) {
  const { t } = useWords()
  return useAction(() => callApi(pathOf(accountId), { method: "POST" }), {
    done: () => t("webhooks.subscribed"),
    renews: [keys.webhooks(accountId), keys.status],
  })
}

/** Has Walmart send a sample, and says how that went. */
export function useSample(accountId: string) {
  return useAction(
    () =>
      callApi<AdminWalmartWebhookCheckResponse>(`${pathOf(accountId)}/check`, { method: "POST" }),
    { done: () => null, showsError: true, renews: [keys.webhooks(accountId)] }
  )
}

/** Removes a subscription. */
export function useUnsubscribe(accountId: string) {
  const { t } = useWords()
  return useAction((id: string) => callApi(`${pathOf(accountId)}/${id}`, { method: "DELETE" }), {
    done: () => t("webhooks.removed"),
    renews: [keys.webhooks(accountId), keys.status],
  })
}
