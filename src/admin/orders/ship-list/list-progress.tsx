import { Text } from "@medusajs/ui"
import { useWords } from "../../words/use-words"
import { countsOf, type ListEntry } from "./list-shipments"
import type { ParsedList } from "./parse-list"

const SHOWN = ["ready", "asks", "refused", "unreadable", "failed", "known", "shipped"] as const

interface ListProgressProps {
  entries: ListEntry[]
  /** Rows that could not be read, without which the list is not done. */
  faults: ParsedList["faults"]
  isRunning: boolean
}

/** How far the list is, as a bar and in numbers. */
export function ListProgress({ entries, faults, isRunning }: ListProgressProps) {
  const { t } = useWords()
  const counts = countsOf(entries, faults)
  const count = entries.length + faults.length
  const done = counts.shipped + counts.known
  const words = SHOWN.filter((state) => counts[state] > 0)
    .map((state) => t(`shipList.counts.${state}`, { count: counts[state] }))
    .join(" · ")
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus" role="status">
        {isRunning ? t("shipList.running", { done, count }) : words || t("shipList.empty")}
      </Text>
      <div
        role="progressbar"
        aria-label={t("shipList.progress")}
        aria-valuemin={0}
        aria-valuemax={count}
        aria-valuenow={done}
        className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-tag-green-icon h-full transition-all"
          style={{ width: `${count > 0 ? (100 * done) / count : 0}%` }}
        />
      </div>
    </div>
  )
}
