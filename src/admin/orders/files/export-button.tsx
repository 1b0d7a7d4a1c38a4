import { Button } from "@medusajs/ui"
import { useAction } from "../../common/use-action"
import { callFile } from "../../data/api"
import type { ListQuery } from "../../data/table-state"
import { timeZone } from "../../words/time"
import { useWords } from "../../words/use-words"
import { saveFile } from "./save-file"

const NAME = "walmart-orders.csv"

/** Saves all orders that the filters find as CSV, not only those of this page. */
export function ExportButton({ query }: { query: ListQuery }) {
  const { t } = useWords()
  const { limit: _limit, offset: _offset, ...filters } = query
  const save = async () => {
    const file = await callFile("walmart/orders/export", { ...filters, time_zone: timeZone() })
    saveFile(file, NAME)
  }
  const action = useAction(save, { done: () => t("files.saved", { name: NAME }), renews: [] })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={action.isPending}
      onClick={() => action.mutate(undefined)}
    >
      {t("files.export")}
    </Button>
  )
}
