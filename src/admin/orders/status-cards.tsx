import { clx, Skeleton, Text } from "@medusajs/ui"
import type { AdminWalmartOrderCounts } from "../../types/http"
import { useWords } from "../words/use-words"
import { type Card, CARDS, isChosen, toggled } from "./cards"
import type { Filters } from "../data/table-state"
import { StateBadge } from "../common/state-badge"

interface StatusCardsProps {
  counts: AdminWalmartOrderCounts | undefined
  /** They could not be counted. */
  isUnknown: boolean
  filters: Filters
  onChange: (filters: Filters) => void
}

/** Counts that filter the table. */
export function StatusCards({ counts, isUnknown, filters, onChange }: StatusCardsProps) {
  const { t } = useWords()
  return (
    <div
      role="group"
      aria-label={t("cards.label")}
      className="-mx-1 flex gap-2 overflow-x-auto px-1 py-1 md:flex-wrap"
    >
      {CARDS.map((card) => (
        <CardButton
          key={card.id}
          card={card}
          count={counts?.[card.id] ?? (isUnknown ? null : undefined)}
          isPressed={isChosen(card, filters)}
          onClick={() => onChange(toggled(card, filters))}
        />
      ))}
    </div>
  )
}

interface CardButtonProps {
  card: Card
  /** Null when it could not be counted, undefined while it is. */
  count: number | null | undefined
  isPressed: boolean
  onClick: () => void
}

function CardButton({ card, count, isPressed, onClick }: CardButtonProps) {
  const { t, language } = useWords()
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      onClick={onClick}
      className={clx(
        "bg-ui-bg-base shadow-elevation-card-rest hover:bg-ui-bg-base-hover flex shrink-0 items-center gap-x-2 rounded-lg px-2 py-1 text-left outline-none transition-fg",
        "focus-visible:shadow-borders-interactive-with-focus",
        { "shadow-borders-interactive-with-active": isPressed }
      )}
    >
      <StateBadge look={card} />
      {count === undefined ? (
        <Skeleton className="h-5 w-6" />
      ) : (
        <Text size="small" leading="compact" weight="plus">
          {count === null ? t("cards.unknown") : count.toLocaleString(language)}
        </Text>
      )}
    </button>
  )
}
