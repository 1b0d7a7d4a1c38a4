import { StatusBadge } from "@medusajs/ui"
import { useWords } from "../../hooks/use-words"
import type { Look } from "../../lib/looks"

/** A state as the dashboard's badge: never by color alone. */
export function StateBadge({ look }: { look: Look }) {
  const { t } = useWords()
  return (
    <StatusBadge color={look.color} className="text-nowrap">
      {t(look.label)}
    </StatusBadge>
  )
}
