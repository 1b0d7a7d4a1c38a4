import type { AdminWalmartOrderDetail, AdminWalmartUnimported } from "../../../types/http"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { useDraft } from "../../common/drawers/use-draft"
import { ReasonList } from "../../common/reason-list"
import { useWords } from "../../words/use-words"
import { useCancelUnimported } from "./use-unimported"

interface CancelUnimportedDrawerProps {
  order: AdminWalmartOrderDetail
  unimported: AdminWalmartUnimported
  onClose: () => void
}

/** Why an order is canceled at Walmart that Medusa has no order of. */
export function CancelUnimportedDrawer(props: CancelUnimportedDrawerProps) {
  const { order, unimported, onClose } = props
  const { t } = useWords()
  const reasons = unimported.offered_reasons
  const preselected = reasons.find((one) => one.preselected)?.code ?? ""
  const { value: reason, set: setReason, isChanged } = useDraft(preselected)
  const cancel = useCancelUnimported(order.id, onClose)
  return (
    <FormDrawer
      title={t("unimported.cancelTitle", { number: order.purchase_order_id })}
      description={t("unimported.cancelDescription")}
      submitLabel={t("unimported.cancelNow")}
      isBusy={cancel.isPending}
      isDirty={isChanged}
      canSubmit={reason !== ""}
      error={cancel.error}
      onSubmit={() => cancel.mutate({ reason })}
      onClose={onClose}
    >
      <ReasonList reasons={reasons} value={reason} onChange={setReason} />
    </FormDrawer>
  )
}
