import { Text } from "@medusajs/ui"
import type { AdminWalmartReturn } from "../../types/http"
import { Section } from "../common/section"
import { ReturnActions } from "../returns/return-actions"
import {
  ReturnDeadline,
  ReturnItems,
  ReturnMoney,
  ReturnParcel,
  ReturnStateCell,
} from "../returns/return-facts"
import { useWords } from "../words/use-words"

/** Walmart's returns of an order; nothing while there are none. */
export function ReturnsSection({ returns }: { returns: AdminWalmartReturn[] }) {
  const { t } = useWords()
  if (returns.length === 0) return null
  return (
    <Section title={t("returns.title")}>
      <ul className="flex flex-col gap-y-3">
        {returns.map((one) => (
          <li key={one.id} className="flex flex-col gap-y-1">
            <Text size="small" weight="plus">
              {t("returns.rma", { number: one.return_order_id })}
            </Text>
            <ReturnStateCell one={one} />
            <ReturnItems one={one} />
            <ReturnParcel one={one} />
            <ReturnDeadline one={one} />
            <ReturnMoney one={one} />
            <ReturnActions one={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
