import { Badge, clx, Label, RadioGroup, Text } from "@medusajs/ui"
import { useId } from "react"
import type { AdminWalmartReason } from "../../types/http"
import { useWords } from "../words/use-words"

interface ReasonListProps {
  reasons: AdminWalmartReason[]
  value: string
  onChange: (reason: string) => void
}

/** The reasons Walmart takes now, each with what choosing it causes. */
export function ReasonList({ reasons, value, onChange }: ReasonListProps) {
  const { t } = useWords()
  return (
    <RadioGroup
      value={value}
      onValueChange={onChange}
      aria-label={t("fields.reason")}
      className="flex flex-col gap-y-2"
    >
      {reasons.map((reason) => (
        <Reason key={reason.code} reason={reason} isChosen={reason.code === value} />
      ))}
    </RadioGroup>
  )
}

function Reason({ reason, isChosen }: { reason: AdminWalmartReason; isChosen: boolean }) {
  const { t, reason: nameOf, effect } = useWords()
  const id = useId()
  return (
    <div
      className={clx("shadow-borders-base bg-ui-bg-base flex items-start gap-x-2 rounded-lg p-3", {
        "shadow-borders-interactive-with-shadow": isChosen,
      })}
    >
      <RadioGroup.Item id={id} value={reason.code} aria-describedby={`${id}-effect`} />
      <div className="flex flex-col gap-y-1">
        <Label htmlFor={id} size="small" weight="plus" className="cursor-pointer">
          {nameOf(reason.code, [reason])}
        </Label>
        <Text id={`${id}-effect`} size="small" className="text-ui-fg-subtle">
          {effect(reason)}
        </Text>
        <div className="flex flex-wrap gap-1">
          {reason.zeroes_stock && (
            <Badge size="2xsmall" color="red">
              {t("reasons.zeroesStock")}
            </Badge>
          )}
          {reason.counts_against_seller && (
            <Badge size="2xsmall" color="orange">
              {t("reasons.counts")}
            </Badge>
          )}
        </div>
      </div>
    </div>
  )
}
