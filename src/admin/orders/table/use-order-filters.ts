import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminWalmartAccount, AdminWalmartOrder } from "../../../types/http"
import { endOfDay, startOfDay } from "./days"
import { DEADLINE_FILTER, ORDER_STATUS, SYNC_STATUS } from "../../data/looks"
import { useAccounts } from "../../data/use-accounts"
import type { Translate } from "../../words/translate"
import { useWords } from "../../words/use-words"

const filter = createDataTableFilterHelper<AdminWalmartOrder>()

/** The table's filters, named as the server names them. */
export function useOrderFilters() {
  const { t, day } = useWords()
  const { data: accounts = [] } = useAccounts()
  return useMemo(
    () => [accountFilter(t, accounts), ...stateFilters(t), ...dateFilters(t, day)],
    [t, day, accounts]
  )
}

function accountFilter(t: Translate, accounts: AdminWalmartAccount[]) {
  const options = accounts.map(({ id, market_name }) => ({
    value: id,
    label: `${id} (${market_name})`,
  }))
  return filter.accessor("account_id", {
    type: "multiselect",
    label: t("filters.account"),
    options,
  })
}

function stateFilters(t: Translate) {
  const looks = (map: Record<string, { label: string }>) =>
    Object.entries(map).map(([value, { label }]) => ({ value, label: t(label) }))
  return [
    filter.accessor("status", {
      type: "multiselect",
      label: t("table.status"),
      options: looks(ORDER_STATUS),
    }),
    filter.accessor("sync_status", {
      type: "multiselect",
      label: t("filters.sync"),
      options: looks(SYNC_STATUS),
    }),
    filter.accessor("import_status", {
      type: "multiselect",
      label: t("filters.import"),
      options: ["imported", "failed", "pending", "left_out"].map((value) => ({
        value,
        label: t(`importStatus.${value}`),
      })),
    }),
    filter.custom({
      id: "deadline",
      type: "multiselect",
      label: t("filters.deadline"),
      options: Object.keys(DEADLINE_FILTER).map((value) => ({
        value,
        label: t(`filters.${value}`),
      })),
    }),
  ]
}

function dateFilters(t: Translate, day: (iso: string) => string) {
  const range = {
    rangeOptionLabel: t("filters.range"),
    rangeOptionStartLabel: t("filters.from"),
    rangeOptionEndLabel: t("filters.to"),
    formatDateValue: (date: Date) => day(date.toISOString()),
  }
  return [
    filter.accessor("ordered_at", {
      type: "date",
      label: t("table.ordered"),
      ...range,
      options: past(t),
    }),
    filter.accessor("ship_by", {
      type: "date",
      label: t("fields.shipBy"),
      ...range,
      options: coming(t),
    }),
  ]
}

/** Whole days, so that a chosen option is still the chosen one a moment later. */
function past(t: Translate) {
  return [
    { label: t("filters.today"), value: { $gte: startOfDay(0) } },
    { label: t("filters.lastDays", { days: 7 }), value: { $gte: startOfDay(-7) } },
    { label: t("filters.lastDays", { days: 30 }), value: { $gte: startOfDay(-30) } },
  ]
}

function coming(t: Translate) {
  const next = (days: number) => ({ $gte: startOfDay(0), $lte: endOfDay(days - 1) })
  return [
    { label: t("filters.untilTonight"), value: { $lte: endOfDay(0) } },
    { label: t("filters.nextDays", { days: 3 }), value: next(3) },
    { label: t("filters.nextDays", { days: 7 }), value: next(7) },
  ]
}
