import type { AdminWalmartDismissBody } from "../../types/http"
import { callApi } from "../data/api"
import { useAction } from "../common/use-action"
import { useWords } from "../words/use-words"

/** Reads an order again at Walmart. */
export function useRefreshOrder(id: string) {
  const { t } = useWords()
  return useAction(() => callApi(`walmart/orders/${id}/refresh`, { method: "POST" }), {
    done: () => t("order.refreshed"),
    failed: t("order.notRead"),
  })
}

/** Lets an order stay as different as it is, with a note why. */
export function useDismissDifferences(id: string, after: () => void) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartDismissBody) =>
      callApi(`walmart/orders/${id}/discrepancies/dismiss`, { method: "POST", body }),
    { done: () => t("differences.dismissed"), showsError: true, after }
  )
}
