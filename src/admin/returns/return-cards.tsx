import { Badge, clx, Skeleton, Text } from "@medusajs/ui"
import type { AdminWalmartReturnCounts, WalmartReturnState } from "../../types/http"
import { StateBadge } from "../common/state-badge"
import { useWords } from "../words/use-words"
import { RETURN_CARDS, RETURN_CHIPS, RETURN_STATE } from "./looks"
import type { useReturnsAddress } from "./use-returns-address"

interface ReturnCardsProps {
  counts: AdminWalmartReturnCounts | undefined
  /** They could not be counted. */
  isUnknown: boolean
  address: ReturnType<typeof useReturnsAddress>
}

/** Counts by state that filter the table. */
export function ReturnCards({ counts, isUnknown, address }: ReturnCardsProps) {
  const { t } = useWords()
  return (
    <div
      role="group"
      aria-label={t("returns.cards")}
      className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6"
    >
      {RETURN_CARDS.map((state) => (
        <Card
          key={state}
          state={state}
          count={counts?.[state] ?? (isUnknown ? null : undefined)}
          isPressed={address.valueOf("state") === state}
          onClick={() => address.toggle("state", state)}
        />
      ))}
    </div>
  )
}

interface CardProps {
  state: WalmartReturnState
  /** Null when it could not be counted, undefined while it is. */
  count: number | null | undefined
  isPressed: boolean
  onClick: () => void
}

function Card({ state, count, isPressed, onClick }: CardProps) {
  const { t, language } = useWords()
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      onClick={onClick}
      className={clx(
        "bg-ui-bg-base shadow-elevation-card-rest hover:bg-ui-bg-base-hover flex flex-col items-start gap-y-2 rounded-lg p-3 text-left outline-none transition-fg",
        "focus-visible:shadow-borders-interactive-with-focus",
        { "shadow-borders-interactive-with-active": isPressed }
      )}
    >
      <StateBadge look={RETURN_STATE[state]} />
      {count === undefined ? (
        <Skeleton className="h-6 w-10" />
      ) : (
        <Text size="xlarge" leading="compact" weight="plus">
          {count === null ? t("cards.unknown") : count.toLocaleString(language)}
        </Text>
      )}
    </button>
  )
}

interface ReturnChipsProps {
  counts: AdminWalmartReturnCounts
  address: ReturnType<typeof useReturnsAddress>
}

/** Refunds that are due, and what Walmart refunded on its own; those that concern no return are left out. */
export function ReturnChips({ counts, address }: ReturnChipsProps) {
  const { t } = useWords()
  const shown = RETURN_CHIPS.filter(
    ({ id, filter: [name, value] }) => counts[id] > 0 || address.valueOf(name) === value
  )
  if (shown.length === 0) return null
  return (
    <div role="group" aria-label={t("returns.chips")} className="flex flex-wrap items-center gap-2">
      <Text size="small" className="text-ui-fg-subtle">
        {t("returns.chips")}
      </Text>
      {shown.map(({ id, look, filter: [name, value] }) => (
        <Badge
          key={id}
          asChild
          size="small"
          color={look.color}
          className={clx("cursor-pointer outline-none focus-visible:shadow-borders-focus", {
            "shadow-borders-interactive-with-active": address.valueOf(name) === value,
          })}
        >
          <button
            type="button"
            aria-pressed={address.valueOf(name) === value}
            onClick={() => address.toggle(name, value)}
          >
            {t(look.label, { count: counts[id] })}
          </button>
        </Badge>
      ))}
    </div>
  )
}
