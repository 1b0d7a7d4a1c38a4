import { Alert, Button } from "@medusajs/ui"
import type { AdminWalmartCancellation, AdminWalmartOrderDetail } from "../../../types/http"
import { useCancellationChoice, useCancelOrder, useSaveReason } from "./use-cancellation"
import { useWords } from "../../words/use-words"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { useDraft } from "../../common/drawers/use-draft"
import { standingRefusal } from "./standing-refusal"
import { ReasonList } from "../../common/reason-list"
import { Consequences } from "./consequences"

interface CancelDrawerProps {
  order: AdminWalmartOrderDetail
  onClose: () => void
}

/** Choosing a reason, knowing what it causes, and canceling at once; or keeping it for Medusa's own button. */
export function CancelDrawer({ order, onClose }: CancelDrawerProps) {
  const { t, said } = useWords()
  const { offered } = order.cancellation
  const { value: reason, set: setReason, isChanged } = useDraft(preselected(order.cancellation))
  const { data: choice } = useCancellationChoice(order.id)
  const { save, cancel, forgetErrors } = useCancelActions(order.id, onClose)
  const refusal = standingRefusal(order.cancellation)
  const choose = (next: string) => {
    forgetErrors()
    setReason(next)
  }
  return (
    <FormDrawer
      title={t("cancel.drawerTitle", { number: order.purchase_order_id })}
      description={t("cancel.drawerDescription")}
      submitLabel={t("cancel.now")}
      isDangerous
      isBusy={cancel.isPending}
      isDirty={isChanged}
      canSubmit={reason !== "" && !save.isPending}
      error={cancel.error ?? save.error}
      buttons={
        <SaveReason
          isSaving={save.isPending}
          canSave={reason !== "" && !cancel.isPending}
          onSave={() => {
            cancel.reset()
            save.mutate({ reason })
          }}
        />
      }
      onSubmit={() => {
        save.reset()
        cancel.mutate({ reason })
      }}
      onClose={onClose}
    >
      {refusal && <Alert variant="info">{said(refusal.text, refusal.words)}</Alert>}
      <ReasonList reasons={offered} value={reason} onChange={choose} />
      <Consequences
        reason={offered.find(({ code }) => code === reason)}
        skus={openSkus(order)}
        rate={choice?.rate}
      />
    </FormDrawer>
  )
}

interface SaveReasonProps {
  isSaving: boolean
  canSave: boolean
  onSave: () => void
}

function SaveReason({ isSaving, canSave, onSave }: SaveReasonProps) {
  const { t } = useWords()
  return (
    <Button
      type="button"
      size="small"
      variant="secondary"
      isLoading={isSaving}
      disabled={!canSave}
      onClick={onSave}
    >
      {t("cancel.save")}
    </Button>
  )
}

/** Saving the reason and canceling at once; only one of them shows its error at a time. */
function useCancelActions(orderId: string, close: () => void) {
  const save = useSaveReason(orderId, { close })
  const cancel = useCancelOrder(orderId, { close })
  const forgetErrors = () => {
    save.reset()
    cancel.reset()
  }
  return { save, cancel, forgetErrors }
}

/** SKUs of what is open, each once. */
function openSkus({ lines }: AdminWalmartOrderDetail): string[] {
  const open = lines.filter((line) => line.created_quantity + line.acknowledged_quantity > 0)
  return [...new Set(open.map(({ sku }) => sku))]
}

/** The customer's own request comes first; what was chosen earlier may no longer be offered. */
function preselected({ reason, is_default: isDefault, offered }: AdminWalmartCancellation): string {
  const first = offered.find(({ preselected: isFirst }) => isFirst)?.code
  const chosen = offered.some(({ code }) => code === reason) ? reason : null
  return (isDefault ? (first ?? chosen) : (chosen ?? first)) ?? ""
}
