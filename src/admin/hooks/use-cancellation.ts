import type { AdminWalmartCancelBody, AdminWalmartCancellationReasonBody } from "../../types/http"
import { callApi } from "../lib/api"
import { useAction } from "./use-action"
import { useWords } from "./use-words"

/** Keeps the reason for Medusa's own cancel button. */
export function useSaveReason(orderId: string, after: () => void) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartCancellationReasonBody) =>
      callApi(`walmart/orders/${orderId}/cancellation-reason`, { method: "POST", body }),
    { done: () => t("cancel.saved"), showsError: true, after }
  )
}

/** Saves the reason and cancels the Medusa order at once. */
export function useCancelOrder(orderId: string, after: () => void) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartCancelBody) =>
      callApi(`walmart/orders/${orderId}/cancel`, { method: "POST", body }),
    { done: () => t("cancel.done"), showsError: true, changesNativeOrder: true, after }
  )
}
