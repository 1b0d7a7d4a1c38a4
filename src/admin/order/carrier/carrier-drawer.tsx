import { Button } from "@medusajs/ui"
import { useState } from "react"
import type {
  AdminWalmartFulfillment,
  AdminWalmartLabelCheck,
  AdminWalmartOrderDetail,
} from "../../../types/http"
import { useCarrierCheck, useCarrierChoice } from "./use-carrier"
import { useWords } from "../../words/use-words"
import { CarrierInput } from "../../common/carrier-input"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { Live } from "../../common/live"
import { TextField } from "../../common/text-field"
import { LabelCheck } from "./label-check"

interface CarrierDrawerProps {
  order: AdminWalmartOrderDetail
  fulfillment: AdminWalmartFulfillment
  onClose: () => void
}

/** Checks a label before it is typed on the Ship screen, and keeps the carrier for it. */
export function CarrierDrawer({ order, fulfillment, onClose }: CarrierDrawerProps) {
  const { t } = useWords()
  const { chosen, id: fulfillment_id } = fulfillment
  const [form, setForm] = useState({
    carrier: chosen?.carrier ?? "",
    url: chosen?.tracking_url ?? "",
    number: "",
  })
  const check = useCarrierCheck(order.id)
  const choice = useCarrierChoice(order.id, onClose)
  const change = (next: Partial<typeof form>) => {
    // What was said about something else than what stands there now would mislead.
    check.reset()
    choice.reset()
    setForm({ ...form, ...next })
  }
  const typed = {
    fulfillment_id,
    carrier: form.carrier.trim() || undefined,
    tracking_url: form.url.trim() || undefined,
  }
  const isListed = order.carriers.some((name) => isSame(name, form.carrier))
  const lacksLink = typed.carrier !== undefined && !isListed && !typed.tracking_url
  return (
    <FormDrawer
      title={t("carrier.drawerTitle")}
      description={t("carrier.drawerDescription")}
      submitLabel={t("carrier.use")}
      isBusy={choice.isPending}
      canSubmit={typed.carrier !== undefined}
      error={choice.error ?? check.error}
      buttons={
        chosen && (
          <Button
            type="button"
            size="small"
            variant="secondary"
            onClick={() => choice.mutate({ fulfillment_id, carrier: null })}
          >
            {t("carrier.takeBack")}
          </Button>
        )
      }
      onSubmit={() => choice.mutate(typed)}
      onClose={onClose}
    >
      <CarrierInput
        value={form.carrier}
        carriers={order.carriers}
        onChange={(carrier) => change({ carrier })}
      />
      <TextField
        label={t("fields.trackingLink")}
        hint={
          lacksLink
            ? t("carrier.linkNeeded", { carrier: typed.carrier })
            : t("fields.trackingLinkHint")
        }
        value={form.url}
        onChange={(url) => change({ url })}
      />
      <TextField
        label={t("fields.trackingNumber")}
        hint={t("carrier.numberHint")}
        value={form.number}
        onChange={(number) => change({ number })}
      />
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        isLoading={check.isPending}
        disabled={form.number.trim() === ""}
        onClick={() => check.mutate({ ...typed, tracking_number: form.number })}
      >
        {t("carrier.check")}
      </Button>
      <CheckResult
        result={check.data?.check ?? null}
        typed={form.carrier.trim()}
        takeOver={(carrier) => setForm({ ...form, carrier })}
      />
    </FormDrawer>
  )
}

function isSame(name: string, typed: string): boolean {
  return name.toLowerCase() === typed.trim().toLowerCase()
}

interface CheckResultProps {
  result: AdminWalmartLabelCheck | null
  /** The carrier that stands in the form. */
  typed: string
  takeOver: (carrier: string) => void
}

/** What would be sent; a carrier that was recognized is taken into the form with one click. */
function CheckResult({ result, typed, takeOver }: CheckResultProps) {
  const { t } = useWords()
  const recognized = result?.carrier ?? typed
  return (
    <Live className="flex flex-col items-start gap-y-2">
      {result && (
        <>
          <LabelCheck check={result} />
          {recognized !== typed && (
            <Button
              type="button"
              size="small"
              variant="secondary"
              onClick={() => takeOver(recognized)}
            >
              {t("carrier.useNamed", { carrier: recognized })}
            </Button>
          )}
        </>
      )}
    </Live>
  )
}
