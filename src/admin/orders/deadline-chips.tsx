import { Badge, clx, Text } from "@medusajs/ui"
import type { AdminWalmartOrderCounts, WalmartDeadlineFilter } from "../../types/http"
import { useWords } from "../words/use-words"
import { DEADLINE_FILTER } from "../data/looks"
import type { Filters } from "../data/table-state"

const NAMES = Object.keys(DEADLINE_FILTER) as WalmartDeadlineFilter[]

interface DeadlineChipsProps {
  counts: AdminWalmartOrderCounts
  filters: Filters
  onChange: (filters: Filters) => void
}

/** Deadlines that are missed or near, worst first; those that concern no order are left out. */
export function DeadlineChips({ counts, filters, onChange }: DeadlineChipsProps) {
  const { t } = useWords()
  const chosen = filters.deadline
  const shown = NAMES.filter((name) => counts.deadlines[name] > 0 || chosen === name)
  if (shown.length === 0) return null
  const choose = (name: WalmartDeadlineFilter) => {
    const { deadline: _, ...kept } = filters
    onChange(chosen === name ? kept : { ...kept, deadline: name })
  }
  return (
    <div
      role="group"
      aria-label={t("deadlineFilter.label")}
      className="flex flex-wrap items-center gap-2"
    >
      <Text size="small" className="text-ui-fg-subtle">
        {t("deadlineFilter.label")}
      </Text>
      {shown.map((name) => (
        <Badge
          key={name}
          asChild
          size="small"
          color={DEADLINE_FILTER[name].color}
          className={clx("cursor-pointer outline-none focus-visible:shadow-borders-focus", {
            "shadow-borders-interactive-with-active": chosen === name,
          })}
        >
          <button type="button" aria-pressed={chosen === name} onClick={() => choose(name)}>
            {t(DEADLINE_FILTER[name].label, { count: counts.deadlines[name] })}
          </button>
        </Badge>
      ))}
    </div>
  )
}
