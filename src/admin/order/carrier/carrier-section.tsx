import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartFulfillment, AdminWalmartOrderDetail } from "../../../types/http"
import type { Translate } from "../../words/translate"
import { useWords } from "../../words/use-words"
import { Section } from "../../common/section"
import { ShipAnyway } from "./ship-anyway"
import { CarrierDrawer } from "./carrier-drawer"
import { Concerns } from "./concerns"
import { LabelCheck } from "./label-check"

/** The carrier of what has not left yet: Medusa's Ship screen has no field for it. */
export function CarrierSection({ order }: { order: AdminWalmartOrderDetail }) {
  const { t } = useWords()
  if (order.fulfillments.length === 0) return null
  return (
    <Section title={t("carrier.title")}>
      <ul className="flex flex-col gap-y-2">
        {order.fulfillments.map((fulfillment) => (
          <Fulfillment key={fulfillment.id} order={order} fulfillment={fulfillment} />
        ))}
      </ul>
    </Section>
  )
}

interface FulfillmentProps {
  order: AdminWalmartOrderDetail
  fulfillment: AdminWalmartFulfillment
}

function Fulfillment({ order, fulfillment }: FulfillmentProps) {
  const { t, units } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <li className="shadow-borders-base bg-ui-bg-component flex flex-col items-start gap-y-2 rounded-lg p-3">
      <Text size="small" leading="compact" weight="plus">
        {t("carrier.fulfillment", { units: units(fulfillment.lines, order.lines) })}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {carrierWords(fulfillment, t)}
      </Text>
      {fulfillment.checks.map((check) => (
        <LabelCheck key={check.tracking_number} check={check} />
      ))}
      {fulfillment.asked_lines.length > 0 && (
        <ShipAnyway orderId={order.id} fulfillment={fulfillment} />
      )}
      <Concerns orderId={order.id} fulfillment={fulfillment} />
      <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
        {t("carrier.choose")}
      </Button>
      {isOpen && (
        <CarrierDrawer order={order} fulfillment={fulfillment} onClose={() => setOpen(false)} />
      )}
    </li>
  )
}

function carrierWords({ chosen, mapped }: AdminWalmartFulfillment, t: Translate): string {
  if (chosen) return t("carrier.chosen", { carrier: chosen.carrier })
  if (mapped) return t("carrier.mapped", { carrier: mapped })
  return t("carrier.recognized")
}
