import { useQuery } from "@tanstack/react-query"
import type {
  AdminWalmartOrderResponse,
  AdminWalmartRefundBody,
  AdminWalmartRefundChoiceResponse,
} from "../../../types/http"
import { useAction } from "../../common/use-action"
import { callApi } from "../../data/api"
import { keys } from "../../data/keys"
import { useWords } from "../../words/use-words"

/** What can be refunded of an order, and Walmart's reasons, as they are now. */
export function useRefundChoice(orderId: string) {
  return useQuery({
    queryKey: keys.refund(orderId),
    queryFn: () => callApi<AdminWalmartRefundChoiceResponse>(`walmart/orders/${orderId}/refund`),
  })
}

/** Makes Medusa's refund for the named lines. */
export function useRefund(orderId: string, after: () => void) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartRefundBody) =>
      callApi<AdminWalmartOrderResponse>(`walmart/orders/${orderId}/refund`, {
        method: "POST",
        body,
      }),
    { done: () => t("refund.done"), showsError: true, changesNativeOrder: true, after }
  )
}
