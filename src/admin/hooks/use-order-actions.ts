import { callApi } from "../lib/api"
import { importOrder } from "../lib/import-order"
import { useAction } from "./use-action"
import { useWords } from "./use-words"

/** Reads an order again at Walmart. */
export function useRefreshOrder(id: string) {
  const { t } = useWords()
  return useAction(() => callApi(`walmart/orders/${id}/refresh`, { method: "POST" }), {
    done: () => t("order.refreshed"),
  })
}

/** Tries again to make a Medusa order of a Walmart order. */
export function useImportOrder(id: string) {
  const { t } = useWords()
  return useAction(() => importOrder(id), { done: (outcome) => t(`importOutcome.${outcome}`) })
}
