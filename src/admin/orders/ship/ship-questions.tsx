import { Checkbox, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import type { AdminWalmartShipmentCheck } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { asks } from "./ship"

interface ShipQuestionsProps {
  check: AdminWalmartShipmentCheck
  isConfirmed: boolean
  onChange: (isConfirmed: boolean) => void
}

/** What has to be confirmed before this parcel leaves, in front of the person who does. */
export function ShipQuestions({ check, isConfirmed, onChange }: ShipQuestionsProps) {
  const { t, said } = useWords()
  const id = useId()
  if (!asks(check)) return null
  const asked = check.items.filter(({ line_number: line }) => check.asked_lines.includes(line))
  return (
    <div role="alert" className="flex flex-col gap-y-2">
      {asked.length > 0 && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("ship.asked", {
            items: asked
              .map(({ quantity, product_name: name }) => `${quantity} × ${name}`)
              .join(", "),
          })}
        </Text>
      )}
      {check.concerns.map(({ text, words }) => (
        <Text key={text} size="small" className="text-ui-tag-orange-text">
          {said(text, words)}
        </Text>
      ))}
      <div className="flex items-start gap-x-2">
        <Checkbox
          id={id}
          checked={isConfirmed}
          onCheckedChange={(checked) => onChange(checked === true)}
        />
        <Label htmlFor={id} size="small">
          {t("ship.anyway")}
        </Label>
      </div>
    </div>
  )
}
