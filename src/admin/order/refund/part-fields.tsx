import { Text } from "@medusajs/ui"
import type { AdminWalmartOrderDetail, AdminWalmartRefundPart } from "../../../types/http"
import { TextField } from "../../common/text-field"
import { useWords } from "../../words/use-words"
import {
  areUnitsPossible,
  hasUnits,
  isPossible,
  type Typed,
  typedFor,
  withAmount,
  withUnits,
} from "./part-choice"

interface PartFieldsProps {
  order: AdminWalmartOrderDetail
  part: AdminWalmartRefundPart
  typed: Typed
  onChange: (typed: Typed) => void
}

/** How much of one part goes back: an amount, or units of a line, which fill the amount in. */
export function PartFields({ order, part, typed, onChange }: PartFieldsProps) {
  const { t, money } = useWords()
  const shown = (amount: number) => money(amount, order.currency_code)
  const { amount } = typedFor(typed, part)
  const name = t(part.type === "SHIPPING" ? "refund.shipping" : "refund.line", {
    number: part.line_number,
    name: nameOf(order, part),
  })
  return (
    <div role="group" aria-label={name} className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {name}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {t("refund.left", {
          ...{ charged: shown(part.charged), refunded: shown(part.refunded) },
          left: shown(part.left),
        })}
      </Text>
      <div className="grid grid-cols-2 gap-4">
        {hasUnits(part) && <UnitsField part={part} typed={typed} onChange={onChange} />}
        <TextField
          label={t("refund.amount")}
          error={isPossible(typed, part) ? undefined : t("refund.most", { left: shown(part.left) })}
          value={amount}
          onChange={(next) => onChange(withAmount(typed, part, next))}
        />
      </div>
    </div>
  )
}

function UnitsField({ part, typed, onChange }: Omit<PartFieldsProps, "order">) {
  const { t } = useWords()
  return (
    <TextField
      label={t("refund.units", { count: part.units })}
      error={
        areUnitsPossible(typed, part) ? undefined : t("refund.mostUnits", { count: part.units })
      }
      value={typedFor(typed, part).units}
      onChange={(next) => onChange(withUnits(typed, part, next))}
    />
  )
}

function nameOf({ lines }: AdminWalmartOrderDetail, { line_number }: AdminWalmartRefundPart) {
  return lines.find((line) => line.line_number === line_number)?.product_name ?? ""
}
