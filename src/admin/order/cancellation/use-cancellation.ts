import { useQuery } from "@tanstack/react-query"
import type {
  AdminWalmartCancelBody,
  AdminWalmartCancellationChoiceResponse,
  AdminWalmartCancellationReasonBody,
  AdminWalmartOrderResponse,
} from "../../../types/http"
import { callApi } from "../../data/api"
import { keys } from "../../data/keys"
import { useAction } from "../../common/use-action"
import { useWords } from "../../words/use-words"

/** Keeps the reason for Medusa's own cancel button, or takes it back with null. */
export function useSaveReason(orderId: string, form?: { close: () => void }) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartCancellationReasonBody) =>
      callApi<AdminWalmartOrderResponse>(`walmart/orders/${orderId}/cancellation-reason`, {
        method: "POST",
        body,
      }),
    {
      done: ({ order }) => t(order.cancellation_reason ? "cancel.saved" : "cancel.takenBack"),
      showsError: Boolean(form),
      after: form?.close,
    }
  )
}

/** Lines, reasons and the account's rate, as they are now. */
export function useCancellationChoice(orderId: string) {
  return useQuery({
    queryKey: keys.cancellation(orderId),
    queryFn: () =>
      callApi<AdminWalmartCancellationChoiceResponse>(`walmart/orders/${orderId}/cancellation`),
  })
}

interface CancelOptions {
  /** Closes the form, which shows what is refused itself. */
  close?: () => void
  /** Words of the message when it is done. */
  done?: string
}

/** Cancels the Medusa order with a reason, or some units of it, at once. */
export function useCancelOrder(orderId: string, { close, done }: CancelOptions) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartCancelBody) =>
      callApi(`walmart/orders/${orderId}/cancel`, { method: "POST", body }),
    {
      done: () => done ?? t("cancel.done"),
      failed: t("cancel.failed"),
      showsError: Boolean(close),
      changesNativeOrder: true,
      after: close,
    }
  )
}
