import { Text } from "@medusajs/ui"
import { useWords } from "../../words/use-words"
import { countsOf, type ListEntry, type ListState } from "./list-shipments"

const SHOWN: ListState[] = ["ready", "asks", "refused", "failed", "known", "shipped"]

/** How far the list is, as a bar and in numbers. */
export function ListProgress({ entries, isRunning }: { entries: ListEntry[]; isRunning: boolean }) {
  const { t } = useWords()
  const counts = countsOf(entries)
  const done = counts.shipped + counts.known
  const words = SHOWN.filter((state) => counts[state] > 0)
    .map((state) => t(`shipList.counts.${state}`, { count: counts[state] }))
    .join(" · ")
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus" role="status">
        {isRunning
          ? t("shipList.running", { done, count: entries.length })
          : words || t("shipList.empty")}
      </Text>
      <div
        role="progressbar"
        aria-label={t("shipList.progress")}
        aria-valuemin={0}
        aria-valuemax={entries.length}
        aria-valuenow={done}
        className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-tag-green-icon h-full transition-all"
          style={{ width: `${entries.length > 0 ? (100 * done) / entries.length : 0}%` }}
        />
      </div>
    </div>
  )
}
