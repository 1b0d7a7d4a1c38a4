import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartFulfillment, AdminWalmartOrderDetail } from "../../../types/http"
import { useCarrierCheck, useCarrierChoice } from "../../hooks/use-carrier"
import { useWords } from "../../hooks/use-words"
import { CarrierInput } from "../common/carrier-input"
import { FormDrawer } from "../common/form-drawer"
import { TextField } from "../common/text-field"
import { LabelCheck } from "./label-check"

interface CarrierDrawerProps {
  order: AdminWalmartOrderDetail
  fulfillment: AdminWalmartFulfillment
  onClose: () => void
}

/** Checks a label before it is typed on the Ship screen, and keeps the carrier for it. */
export function CarrierDrawer({ order, fulfillment, onClose }: CarrierDrawerProps) {
  const { t } = useWords()
  const [carrier, setCarrier] = useState(fulfillment.chosen?.carrier ?? "")
  const [url, setUrl] = useState(fulfillment.chosen?.tracking_url ?? "")
  const [number, setNumber] = useState("")
  const check = useCarrierCheck(order.id)
  const choice = useCarrierChoice(order.id, onClose)
  const named = {
    fulfillment_id: fulfillment.id,
    carrier: carrier.trim() || undefined,
    tracking_url: url.trim() || undefined,
  }
  const takeBack = { fulfillment_id: fulfillment.id, carrier: null }
  return (
    <FormDrawer
      title={t("carrier.drawerTitle")}
      description={t("carrier.drawerDescription")}
      submitLabel={t("carrier.use")}
      isBusy={choice.isPending}
      canSubmit={named.carrier !== undefined}
      error={choice.error ?? check.error}
      buttons={
        fulfillment.chosen && (
          <Button
            type="button"
            size="small"
            variant="secondary"
            onClick={() => choice.mutate(takeBack)}
          >
            {t("carrier.takeBack")}
          </Button>
        )
      }
      onSubmit={() => choice.mutate(named)}
      onClose={onClose}
    >
      <CarrierInput value={carrier} carriers={order.carriers} onChange={setCarrier} />
      <TextField
        label={t("fields.trackingLink")}
        hint={t("fields.trackingLinkHint")}
        value={url}
        onChange={setUrl}
      />
      <TextField
        label={t("fields.trackingNumber")}
        hint={t("carrier.numberHint")}
        value={number}
        onChange={setNumber}
      />
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        isLoading={check.isPending}
        disabled={number.trim() === ""}
        onClick={() => check.mutate({ fulfillment_id: fulfillment.id, tracking_number: number })}
      >
        {t("carrier.check")}
      </Button>
      {check.data?.check && <LabelCheck check={check.data.check} />}
    </FormDrawer>
  )
}
