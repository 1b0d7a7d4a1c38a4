import { Checkbox, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import type { AdminWalmartFulfillment } from "../../../types/http"
import { useShipAnyway } from "./use-carrier"
import { useWords } from "../../words/use-words"
import { Person } from "../../common/person"

interface ShipAnywayProps {
  orderId: string
  fulfillment: AdminWalmartFulfillment
}

/** The decision to ship what the customer asked Walmart to cancel, without which the Ship screen refuses. */
export function ShipAnyway({ orderId, fulfillment }: ShipAnywayProps) {
  const { t } = useWords()
  const id = useId()
  const decide = useShipAnyway(orderId)
  const { asked_lines, ship_anyway, ship_anyway_by } = fulfillment
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" className="text-ui-tag-orange-text">
        {t("carrier.asked", { lines: asked_lines.join(", ") })}
      </Text>
      <div className="flex items-start gap-x-2">
        <Checkbox
          id={id}
          checked={ship_anyway}
          disabled={decide.isPending}
          onCheckedChange={(checked) =>
            decide.mutate({ fulfillment_id: fulfillment.id, ship_anyway: checked === true })
          }
        />
        <Label htmlFor={id} size="small">
          {t("carrier.shipAnyway")}
        </Label>
      </div>
      {ship_anyway && ship_anyway_by && (
        <Text as="div" size="small" className="text-ui-fg-subtle">
          {t("carrier.decidedBy")} <Person id={ship_anyway_by} />
        </Text>
      )}
    </div>
  )
}
