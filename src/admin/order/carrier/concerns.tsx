import { Checkbox, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import type { AdminWalmartConcern, AdminWalmartFulfillment } from "../../../types/http"
import { useConfirmedConcerns } from "./use-carrier"
import { useWords } from "../../words/use-words"
import { Person } from "../../common/person"

interface ConcernsProps {
  orderId: string
  fulfillment: AdminWalmartFulfillment
}

/** What the Ship screen asks about a fulfillment, each to be confirmed separately. */
export function Concerns({ orderId, fulfillment }: ConcernsProps) {
  const confirm = useConfirmedConcerns(orderId)
  const { id, concerns } = fulfillment
  const confirmed = concerns.filter(({ confirmed_by: by }) => by !== null).map(({ key }) => key)
  const change = (key: string, isConfirmed: boolean) =>
    confirm.mutate({
      fulfillment_id: id,
      confirm: [...confirmed.filter((one) => one !== key), ...(isConfirmed ? [key] : [])],
    })
  return concerns.map((concern) => (
    <Concern
      key={concern.key}
      concern={concern}
      isPending={confirm.isPending}
      onChange={(isConfirmed) => change(concern.key, isConfirmed)}
    />
  ))
}

interface ConcernProps {
  concern: AdminWalmartConcern
  isPending: boolean
  onChange: (isConfirmed: boolean) => void
}

function Concern({ concern: { message, words, confirmed_by }, isPending, onChange }: ConcernProps) {
  const { t, said } = useWords()
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" className="text-ui-tag-orange-text">
        {said(message, words)}
      </Text>
      <div className="flex items-start gap-x-2">
        <Checkbox
          id={id}
          checked={confirmed_by !== null}
          disabled={isPending}
          onCheckedChange={(checked) => onChange(checked === true)}
        />
        <Label htmlFor={id} size="small">
          {t("carrier.confirm")}
        </Label>
      </div>
      {confirmed_by && (
        <Text as="div" size="small" className="text-ui-fg-subtle">
          {t("carrier.decidedBy")} <Person id={confirmed_by} />
        </Text>
      )}
    </div>
  )
}
