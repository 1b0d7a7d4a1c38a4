import { Badge, clx } from "@medusajs/ui"
import type { AdminWalmartOrderCounts, WalmartDeadlineFilter } from "../../types/http"
import { useWords } from "../words/use-words"
import { DEADLINE_FILTER, TASKS } from "../data/looks"
import type { Filters } from "../data/table-state"

interface DeadlineChipsProps {
  counts: AdminWalmartOrderCounts
  filters: Filters
  onChange: (filters: Filters) => void
}

/** What has to be done, several of them at once if wanted; those that concern no order are left out. */
export function DeadlineChips({ counts, filters, onChange }: DeadlineChipsProps) {
  const { t } = useWords()
  const chosen = Array.isArray(filters.deadline) ? filters.deadline : []
  const shown = TASKS.filter((name) => counts.deadlines[name] > 0 || chosen.includes(name))
  if (shown.length === 0) return null
  const choose = (name: WalmartDeadlineFilter) => {
    const others = chosen.filter((one) => one !== name)
    onChange({ ...filters, deadline: others.length < chosen.length ? others : [...others, name] })
  }
  return (
    <div
      role="group"
      aria-label={t("deadlineFilter.label")}
      className="flex flex-wrap items-center gap-2"
    >
      {shown.map((name) => (
        <Badge
          key={name}
          asChild
          size="small"
          color={DEADLINE_FILTER[name].color}
          className={clx("cursor-pointer outline-none focus-visible:shadow-borders-focus", {
            "shadow-borders-interactive-with-active": chosen.includes(name),
          })}
        >
          <button type="button" aria-pressed={chosen.includes(name)} onClick={() => choose(name)}>
            {t(DEADLINE_FILTER[name].label, { count: counts.deadlines[name] })}
          </button>
        </Badge>
      ))}
    </div>
  )
}
