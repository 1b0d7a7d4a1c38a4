import {
  Checkbox,
  createDataTableColumnHelper,
  type DataTableCellContext,
  type DataTableHeaderContext,
} from "@medusajs/ui"
import type { AdminWalmartOrder } from "../../../types/http"
import { useWords } from "../../words/use-words"

/** The column of boxes; the UI kit's own have no names for screen readers. */
export const selectColumn = createDataTableColumnHelper<AdminWalmartOrder>().select({
  header: (context) => <SelectPage context={context} />,
  cell: (context) => <SelectRow context={context} />,
})

function SelectPage({ context }: { context: DataTableHeaderContext<AdminWalmartOrder, unknown> }) {
  const { t } = useWords()
  const { table } = context
  const isSome = table.getIsSomePageRowsSelected()
  return (
    <Checkbox
      aria-label={t("table.selectPage")}
      checked={isSome ? "indeterminate" : table.getIsAllPageRowsSelected()}
      onCheckedChange={(checked) => table.toggleAllPageRowsSelected(Boolean(checked))}
    />
  )
}

function SelectRow({ context }: { context: DataTableCellContext<AdminWalmartOrder, unknown> }) {
  const { t } = useWords()
  const { row } = context
  return (
    <Checkbox
      aria-label={t("table.select", { number: row.original.purchase_order_id })}
      checked={row.getIsSelected()}
      onClick={(event) => event.stopPropagation()}
      onCheckedChange={(checked) => row.toggleSelected(Boolean(checked))}
    />
  )
}
