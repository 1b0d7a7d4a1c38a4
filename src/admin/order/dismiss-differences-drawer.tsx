import { Textarea } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrderDetail } from "../../types/http"
import { useDismissDifferences } from "./use-order-actions"
import { useWords } from "../words/use-words"
import { Field } from "../common/field"
import { FormDrawer } from "../common/drawers/form-drawer"

interface DismissDifferencesDrawerProps {
  order: AdminWalmartOrderDetail
  onClose: () => void
}

/** Letting an order stay as different as it is is a decision someone answers for, so it takes a note. */
export function DismissDifferencesDrawer({ order, onClose }: DismissDifferencesDrawerProps) {
  const { t } = useWords()
  const [note, setNote] = useState("")
  const dismiss = useDismissDifferences(order.id, onClose)
  const change = (next: string) => {
    dismiss.reset()
    setNote(next)
  }
  return (
    <FormDrawer
      title={t("differences.dismissTitle")}
      description={t("differences.dismissDescription")}
      submitLabel={t("actions.dismiss")}
      isBusy={dismiss.isPending}
      isDirty={note.trim() !== ""}
      canSubmit={note.trim() !== ""}
      error={dismiss.error}
      onSubmit={() => dismiss.mutate({ note: note.trim() })}
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
