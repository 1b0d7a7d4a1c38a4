import { Textarea } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrderDetail } from "../../../types/http"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { Field } from "../../common/field"
import { useWords } from "../../words/use-words"
import { useLeaveOut } from "./use-unimported"

interface LeaveOutDrawerProps {
  order: AdminWalmartOrderDetail
  onClose: () => void
}

/** That an order which was handled elsewhere stays out of Medusa is a decision someone answers for, so it takes a note. */
export function LeaveOutDrawer({ order, onClose }: LeaveOutDrawerProps) {
  const { t } = useWords()
  const [note, setNote] = useState("")
  const leaveOut = useLeaveOut(order.id, onClose)
  const change = (next: string) => {
    leaveOut.reset()
    setNote(next)
  }
  return (
    <FormDrawer
      title={t("unimported.leaveOutTitle", { number: order.purchase_order_id })}
      description={t("unimported.leaveOutDescription")}
      submitLabel={t("unimported.leaveOutNow")}
      isBusy={leaveOut.isPending}
      isDirty={note.trim() !== ""}
      canSubmit={note.trim() !== ""}
      error={leaveOut.error}
      onSubmit={() => leaveOut.mutate({ left_out: true, note: note.trim() })}
      onClose={onClose}
    >
      <Field label={t("fields.note")} hint={t("differences.noteHint")}>
        {(input) => (
          <Textarea {...input} value={note} onChange={({ target }) => change(target.value)} />
        )}
      </Field>
    </FormDrawer>
  )
}
