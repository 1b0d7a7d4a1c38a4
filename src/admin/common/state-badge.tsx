import { StatusBadge } from "@medusajs/ui"
import { useWords } from "../words/use-words"
import type { Look } from "../data/looks"

/** A state as the dashboard's badge: never by color alone. */
export function StateBadge({ look }: { look: Look }) {
  const { t } = useWords()
  return (
    <StatusBadge color={look.color} className="text-nowrap">
      {t(look.label)}
    </StatusBadge>
  )
}
