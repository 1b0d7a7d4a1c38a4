import { Button } from "@medusajs/ui"
import type { AdminWalmartEvidenceResponse } from "../../../types/http"
import { useAction } from "../../common/use-action"
import { callApi } from "../../data/api"
import { useWords } from "../../words/use-words"
import { saveFile } from "./save-file"

interface SaveEvidenceProps {
  /** Of the Walmart order. */
  id: string
  /** Its purchase order, which names the file. */
  number: string
}

/** Saves what is known of an order as one file, for a ticket at Walmart. */
export function SaveEvidence({ id, number }: SaveEvidenceProps) {
  const { t } = useWords()
  const name = `walmart-order-${number}.json`
  const save = async () => {
    const path = `walmart/orders/${id}/evidence`
    const { evidence } = await callApi<AdminWalmartEvidenceResponse>(path)
    const text = JSON.stringify(evidence, null, 2)
    saveFile(new Blob([text], { type: "application/json" }), name)
  }
  const action = useAction(save, { done: () => t("files.saved", { name }), renews: [] })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={action.isPending}
      onClick={() => action.mutate(undefined)}
    >
      {t("files.evidence")}
    </Button>
  )
}
