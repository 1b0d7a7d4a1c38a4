import { Textarea } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartUpdate } from "../../../types/http"
import { useDismiss } from "./use-update-actions"
import { useWords } from "../../words/use-words"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/drawers/form-drawer"

interface DismissDrawerProps {
  update: AdminWalmartUpdate
  title: string
  onClose: () => void
}

/** Giving an update up is a decision somebody answers for, so it takes a note. */
export function DismissDrawer({ update, title, onClose }: DismissDrawerProps) {
  const { t } = useWords()
  const [note, setNote] = useState("")
  const dismiss = useDismiss(update, onClose)
  const change = (next: string) => {
    dismiss.reset()
    setNote(next)
  }
  return (
    <FormDrawer
      title={t("dismiss.title", { update: title })}
      description={t("dismiss.description")}
      submitLabel={t("actions.dismiss")}
      isBusy={dismiss.isPending}
      isDirty={note.trim() !== ""}
      canSubmit={note.trim() !== ""}
      error={dismiss.error}
      onSubmit={() => dismiss.mutate({ note: note.trim() })}
      onClose={onClose}
    >
      <Field label={t("fields.note")} hint={t("fields.noteHint")}>
        {(input) => (
          <Textarea {...input} value={note} onChange={({ target }) => change(target.value)} />
        )}
      </Field>
    </FormDrawer>
  )
}
