import { Select } from "@medusajs/ui"
import { SearchField } from "../common/search/search-field"
import { STOCK_LOOKS } from "./looks"
import { STOCK_STATES, type useStockAddress } from "./use-stock-address"
import { useWords } from "../words/use-words"

interface StockFiltersProps {
  address: ReturnType<typeof useStockAddress>
}

/** The UI kit's choices have no empty value. */
const ALL = "all"

/** Search by SKU, and the state. */
export function StockFilters({ address: { view, set } }: StockFiltersProps) {
  const { t } = useWords()
  const choose = (value: string) => set("state", value === ALL ? "" : value)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select size="small" value={view.state || ALL} onValueChange={choose}>
        <Select.Trigger className="w-44" aria-label={t("stock.state")}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value={ALL}>{t("stock.all")}</Select.Item>
          {STOCK_STATES.map((state) => (
            <Select.Item key={state} value={state}>
              {t(STOCK_LOOKS[state].label)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      <SearchField value={view.q} label={t("stock.search")} className="w-56" onSearch={set} />
    </div>
  )
}
