import { Button } from "@medusajs/ui"
import type {
  AdminWalmartFulfillment,
  AdminWalmartLabelCheck,
  AdminWalmartOrderDetail,
} from "../../../types/http"
import { useCarrierCheck, useCarrierChoice } from "./use-carrier"
import { useWords } from "../../words/use-words"
import { CarrierInput } from "../../common/combobox/carrier-input"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { useDraft } from "../../common/drawers/use-draft"
import { isSameMap } from "../../data/same-map"
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
  const label = useLabelForm(order.id, fulfillment, onClose)
  const { form, typed, change, choice, check } = label
  return (
    <FormDrawer
      title={t("carrier.drawerTitle")}
      description={t("carrier.drawerDescription")}
      submitLabel={t("carrier.use")}
      isBusy={choice.isPending}
      isDirty={label.isDirty}
      canSubmit={typed.carrier !== undefined}
      error={choice.error ?? check.error}
      buttons={
        fulfillment.chosen && (
          <Button
            type="button"
            size="small"
            variant="secondary"
            onClick={() => choice.mutate({ fulfillment_id: fulfillment.id, carrier: null })}
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
          lacksLink(order, typed)
            ? t("carrier.linkNeeded", { carrier: typed.carrier })
            : t("fields.trackingLinkHint")
        }
        value={form.url}
        onChange={(url) => change({ url })}
      />
      <NumberCheck label={label} />
    </FormDrawer>
  )
}

/** What is typed about a label, what was said about it, and what is done with it. */
function useLabelForm(orderId: string, fulfillment: AdminWalmartFulfillment, onClose: () => void) {
  const { chosen, id: fulfillment_id } = fulfillment
  const opened = {
    carrier: chosen?.carrier ?? "",
    url: chosen?.tracking_url ?? "",
    number: "",
  }
  const { value: form, set: setForm, isChanged } = useDraft(opened, isSameMap)
  const check = useCarrierCheck(orderId)
  const choice = useCarrierChoice(orderId, onClose)
  return {
    ...{ form, check, choice, isDirty: isChanged },
    typed: {
      fulfillment_id,
      carrier: form.carrier.trim() || undefined,
      tracking_url: form.url.trim() || undefined,
    },
    change: (next: Partial<typeof form>) => {
      // An answer about something other than what is in the form now would mislead.
      check.reset()
      choice.reset()
      setForm({ ...form, ...next })
    },
    takeCarrier: (carrier: string) => setForm({ ...form, carrier }),
  }
}

type LabelForm = ReturnType<typeof useLabelForm>

/** The field of the tracking number, the button that checks it, and what came of that. */
function NumberCheck({ label }: { label: LabelForm }) {
  const { t } = useWords()
  const { form, typed, change, check, takeCarrier } = label
  return (
    <>
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
        onTake={takeCarrier}
      />
    </>
  )
}

/** Whether Walmart would ask for a link, since it does not list the carrier. */
function lacksLink({ carriers }: AdminWalmartOrderDetail, typed: LabelForm["typed"]): boolean {
  const { carrier, tracking_url: url } = typed
  return carrier !== undefined && !carriers.some((name) => isSame(name, carrier)) && !url
}

function isSame(name: string, typed: string): boolean {
  return name.toLowerCase() === typed.trim().toLowerCase()
}

interface CheckResultProps {
  result: AdminWalmartLabelCheck | null
  /** The carrier in the form. */
  typed: string
  onTake: (carrier: string) => void
}

/** What would be sent; a carrier that was recognized is taken into the form with one click. */
function CheckResult({ result, typed, onTake }: CheckResultProps) {
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
              onClick={() => onTake(recognized)}
            >
              {t("carrier.useNamed", { carrier: recognized })}
            </Button>
          )}
        </>
      )}
    </Live>
  )
}
