import type { AdminWalmartOrderDetail } from "../../../types/http"
import { NoteDrawer } from "../../common/drawers/note-drawer"
import { useWords } from "../../words/use-words"
import { useLeaveOut } from "./use-unimported"

interface LeaveOutDrawerProps {
  order: AdminWalmartOrderDetail
  onClose: () => void
}

/** Keeps an order out of Medusa that was handled elsewhere. */
export function LeaveOutDrawer({ order, onClose }: LeaveOutDrawerProps) {
  const { t } = useWords()
  const leaveOut = useLeaveOut(order.id, onClose)
  return (
    <NoteDrawer
      title={t("unimported.leaveOutTitle", { number: order.purchase_order_id })}
      description={t("unimported.leaveOutDescription")}
      submitLabel={t("unimported.leaveOutNow")}
      hint={t("differences.noteHint")}
      decision={leaveOut}
      onSubmit={(note) => leaveOut.mutate({ left_out: true, note })}
      onClose={onClose}
    />
  )
}
