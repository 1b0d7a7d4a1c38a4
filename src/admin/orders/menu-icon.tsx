import { ShoppingBag } from "@medusajs/icons"
import { useCounts } from "./use-orders"
import { useWords } from "../words/use-words"

const MOST_SHOWN = 99

/**
 * The menu entry's icon, with the number of things to do. The menu has no place for a number, and cuts off what is larger than
 * an icon; an absolute child without a position stays where it is but is not cut off.
 */
export function MenuIcon() {
  const { t } = useWords()
  const { data: counts } = useCounts()
  const tasks = counts?.tasks ?? 0
  return (
    <>
      <ShoppingBag aria-hidden />
      {tasks > 0 && (
        <span className="bg-ui-tag-red-bg border-ui-tag-red-border text-ui-tag-red-text txt-compact-xsmall-plus absolute -mt-6 ml-2 min-w-4 rounded-full border px-1 text-center leading-4">
          <span aria-hidden>{tasks > MOST_SHOWN ? `${MOST_SHOWN}+` : tasks}</span>
          <span className="sr-only">{t("menu.tasks", { count: tasks })}</span>
        </span>
      )}
    </>
  )
}
