import { useState } from "react"
import type {
  AdminWalmartImportResponse,
  AdminWalmartOrderDetail,
  AdminWalmartUnknownItem,
} from "../../../types/http"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { LoadError } from "../../common/load-error"
import { Loading } from "../../common/loading"
import { SearchInput } from "../../common/search/search-input"
import { useDebounced } from "../../common/search/use-debounced"
import { ApiError } from "../../data/api"
import { useWords } from "../../words/use-words"
import { useChooseProduct, useVariants } from "./use-unimported"
import { VariantList } from "./variant-list"

interface ChooseProductDrawerProps {
  order: AdminWalmartOrderDetail
  /** The first that no product has; the next one follows when this is saved. */
  item: AdminWalmartUnknownItem
  onClose: () => void
}

const PAUSE_MS = 250

/** Which product of the store an item of Walmart's is; the order is imported with it. */
export function ChooseProductDrawer({ order, item, onClose }: ChooseProductDrawerProps) {
  const { t } = useWords()
  const [text, setText] = useState("")
  const [chosen, setChosen] = useState("")
  const choose = useChooseProduct(order.id, (answer) =>
    isImported(answer) ? onClose() : setChosen("")
  )
  const { data, error, refetch } = useVariants(useDebounced(text.trim(), PAUSE_MS))
  const save = () => choose.mutate({ sku: item.sku, variant_id: chosen })
  return (
    <FormDrawer
      title={t("unimported.chooseTitle")}
      description={t("unimported.chooseDescription", { sku: item.sku, name: item.product_name })}
      submitLabel={t("unimported.save")}
      isBusy={choose.isPending}
      isDirty={chosen !== ""}
      canSubmit={chosen !== ""}
      error={choose.error ?? leftProblem(choose.data)}
      onSubmit={save}
      onClose={onClose}
    >
      <SearchInput
        autoFocus
        aria-label={t("unimported.search")}
        placeholder={t("unimported.search")}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {data ? (
        <VariantList variants={data} value={chosen} onChange={setChosen} />
      ) : error ? (
        <LoadError error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </FormDrawer>
  )
}

function isImported({ import: { outcome } }: AdminWalmartImportResponse): boolean {
  return outcome !== "needs_attention"
}

/** What still prevents the import, unless it is another item, which is asked for next. */
function leftProblem(answer: AdminWalmartImportResponse | undefined): ApiError | null {
  const problem = answer?.import.problem
  if (!problem || problem.code === "unknown_sku") return null
  return new ApiError([problem.message, problem.remedy].filter(Boolean).join(" "), 200, problem)
}
