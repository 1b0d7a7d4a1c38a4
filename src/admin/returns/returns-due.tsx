import { Badge, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useWords } from "../words/use-words"
import { RETURN_CHIPS } from "./looks"
import { useReturnCounts } from "./use-returns"

/** Returns that Walmart refunds soon or should have had refunded, beside the orders' deadlines; nothing while there are none. */
export function ReturnsDue() {
  const { t } = useWords()
  const { data: counts } = useReturnCounts()
  const due = RETURN_CHIPS.filter(({ filter: [name] }) => name === "deadline")
  const shown = counts ? due.filter(({ id }) => counts[id] > 0) : []
  if (!counts || shown.length === 0) return null
  return (
    <div role="group" aria-label={t("returns.due")} className="flex flex-wrap items-center gap-2">
      <Text size="small" className="text-ui-fg-subtle">
        {t("returns.due")}
      </Text>
      {shown.map(({ id, look, filter: [name, value] }) => (
        <Badge
          key={id}
          asChild
          size="small"
          color={look.color}
          className="focus-visible:shadow-borders-focus outline-none"
        >
          <Link to={`/walmart/returns?${name}=${value}`}>
            {t(look.label, { count: counts[id] })}
          </Link>
        </Badge>
      ))}
    </div>
  )
}
