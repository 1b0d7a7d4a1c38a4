import { Select } from "@medusajs/ui"
import { SearchInput } from "../common/search/search-input"
import { STOCK_LOOKS } from "./stock-row"
import type { StockView } from "./use-stock"
import type { WalmartStockState } from "../../types/http"
import { useWords } from "../words/use-words"

interface StockFiltersProps {
  view: StockView
  onChange: (view: StockView) => void
}

/** The UI kit's choices have no empty value. */
const ALL = "all"

/** Search by SKU, and the state. */
export function StockFilters({ view, onChange }: StockFiltersProps) {
  const { t } = useWords()
  const states = Object.keys(STOCK_LOOKS) as WalmartStockState[]
  const choose = (value: string) =>
    onChange({ ...view, page: 0, state: states.find((state) => state === value) ?? "" })
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select size="small" value={view.state || ALL} onValueChange={choose}>
        <Select.Trigger className="w-44" aria-label={t("stock.state")}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ALL}>{t("stock.all")}</Select.Item>
          {states.map((state) => (
            <Select.Item key={state} value={state}>
              {t(STOCK_LOOKS[state].label)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      <SearchInput
        className="w-56"
        aria-label={t("stock.search")}
        placeholder={t("stock.search")}
        value={view.q}
        onChange={({ target }) => onChange({ ...view, page: 0, q: target.value })}
      />
    </div>
  )
}
