import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminWalmartCancelUnimportedBody,
  AdminWalmartImportResponse,
  AdminWalmartLeaveOutBody,
  AdminWalmartProductBody,
} from "../../../types/http"
import { useAction } from "../../common/use-action"
import { callApi } from "../../data/api"
import { importOrder } from "../../data/import-order"
import { keys } from "../../data/keys"
import { useWords } from "../../words/use-words"

/** Tries again to make a Medusa order of a Walmart order. */
export function useImportOrder(id: string) {
  const { t } = useWords()
  return useAction(() => importOrder(id), {
    done: (outcome) => t(`importOutcome.${outcome}`),
    failed: t("order.importFailed"),
  })
}

/** Says which product an item is, and imports the order. */
export function useChooseProduct(id: string, after: (answer: AdminWalmartImportResponse) => void) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartProductBody) =>
      callApi<AdminWalmartImportResponse>(`walmart/orders/${id}/product`, { method: "POST", body }),
    {
      done: ({ import: { outcome } }) =>
        outcome === "needs_attention" ? t("unimported.productSaved") : t("importOutcome.imported"),
      showsError: true,
      after,
    }
  )
}

/** Confirms the order at Walmart before it is imported. */
export function useAcknowledge(id: string) {
  const { t } = useWords()
  return useAction(() => callApi(`walmart/orders/${id}/acknowledge`, { method: "POST" }), {
    done: () => t("unimported.acknowledged"),
    failed: t("unimported.notAcknowledged"),
  })
}

/** Cancels at Walmart what Medusa has no order of. */
export function useCancelUnimported(id: string, after: () => void) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartCancelUnimportedBody) =>
      callApi(`walmart/orders/${id}/cancel-unimported`, { method: "POST", body }),
    { done: () => t("unimported.canceled"), showsError: true, after }
  )
}

/** Leaves an order that was handled elsewhere out of Medusa. */
export function useLeaveOut(id: string, after: () => void) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartLeaveOutBody) =>
      callApi(`walmart/orders/${id}/leave-out`, { method: "POST", body }),
    { done: () => t("unimported.leftOut"), showsError: true, after }
  )
}

/** Takes back that an order is left out of Medusa. */
export function useTakeIn(id: string) {
  const { t } = useWords()
  const body: AdminWalmartLeaveOutBody = { left_out: false }
  return useAction(() => callApi(`walmart/orders/${id}/leave-out`, { method: "POST", body }), {
    done: () => t("unimported.tookBack"),
  })
}

/** A product variant as Medusa's own list answers it. */
export interface Variant {
  id: string
  title: string
  sku: string | null
  product?: { title: string; thumbnail: string | null } | null
}

/** More than one looks through; the search finds the others. */
const SHOWN = 20

const FIELDS = "id,title,sku,product.title,product.thumbnail"

/** The store's product variants that a text finds, by Medusa's own list. */
export function useVariants(q: string) {
  return useQuery({
    queryKey: keys.variants(q),
    queryFn: () =>
      callApi<{ variants: Variant[] }>("product-variants", {
        query: { q, limit: SHOWN, fields: FIELDS },
      }),
    select: ({ variants }) => variants,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}
