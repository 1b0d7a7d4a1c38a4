import { Button } from "@medusajs/ui"
import type { AdminWalmartOrderDetail } from "../../../types/http"
import { useAction } from "../../common/use-action"
import { callApi } from "../../data/api"
import { useWords } from "../../words/use-words"

/** Keeps an order's evidence beyond the retention, as long as a ticket or an appeal at Walmart needs it. */
export function CaseButton({ order }: { order: AdminWalmartOrderDetail }) {
  const { t } = useWords()
  const isCase = order.case !== null
  const mark = useAction(
    () => callApi(`walmart/orders/${order.id}/case`, { method: "POST", body: { marked: !isCase } }),
    { done: () => t(isCase ? "files.caseEnded" : "files.caseMarked") }
  )
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={mark.isPending}
      onClick={() => mark.mutate(undefined)}
    >
      {t(isCase ? "files.endCase" : "files.markCase")}
    </Button>
  )
}
