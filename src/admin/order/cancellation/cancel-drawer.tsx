import { Alert, Button, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartCancellation, AdminWalmartOrderDetail } from "../../../types/http"
import { useCancelOrder, useSaveReason } from "./use-cancellation"
import { useWords } from "../../words/use-words"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { standingRefusal } from "./standing-refusal"
import { ReasonList } from "../../common/reason-list"

interface CancelDrawerProps {
  order: AdminWalmartOrderDetail
  onClose: () => void
}

/** Choosing a reason, knowing what it causes; then either Medusa's own button cancels, or the one here. */
export function CancelDrawer({ order, onClose }: CancelDrawerProps) {
  const { t } = useWords()
  const prompt = usePrompt()
  const [reason, setReason] = useState(() => preselected(order.cancellation))
  const save = useSaveReason(order.id, { close: onClose })
  const cancel = useCancelOrder(order.id, onClose)
  const refusal = standingRefusal(order.cancellation)
  const choose = (next: string) => {
    save.reset()
    cancel.reset()
    setReason(next)
  }
  const cancelNow = async () => {
    const isSure = await prompt({
      title: t("cancel.sureTitle"),
      description: t("cancel.sure", { number: order.purchase_order_id }),
      confirmText: t("cancel.now"),
      cancelText: t("actions.back"),
    })
    if (!isSure) return
    save.reset()
    cancel.mutate({ reason })
  }
  return (
    <FormDrawer
      title={t("cancel.drawerTitle")}
      description={t("cancel.drawerDescription")}
      submitLabel={t("cancel.save")}
      isBusy={save.isPending}
      canSubmit={reason !== "" && !cancel.isPending}
      error={cancel.error ?? save.error}
      buttons={
        order.order_id !== null && (
          <Button
            type="button"
            size="small"
            variant="danger"
            isLoading={cancel.isPending}
            disabled={reason === "" || save.isPending}
            onClick={() => void cancelNow()}
          >
            {t("cancel.saveAndCancel")}
          </Button>
        )
      }
      onSubmit={() => {
        cancel.reset()
        save.mutate({ reason })
      }}
      onClose={onClose}
    >
      {refusal && <Alert variant="info">{refusal}</Alert>}
      <ReasonList reasons={order.cancellation.offered} value={reason} onChange={choose} />
    </FormDrawer>
  )
}

/** The customer's own request comes first; what was chosen earlier may no longer be offered. */
function preselected({ reason, is_default: isDefault, offered }: AdminWalmartCancellation): string {
  const first = offered.find(({ preselected: isFirst }) => isFirst)?.code
  const chosen = offered.some(({ code }) => code === reason) ? reason : null
  return (isDefault ? (first ?? chosen) : (chosen ?? first)) ?? ""
}
