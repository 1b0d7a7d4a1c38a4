import { Textarea } from "@medusajs/ui"
import type { AdminWalmartNoteBody, AdminWalmartOrderDetail } from "../../../types/http"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { useDraft } from "../../common/drawers/use-draft"
import { useAction } from "../../common/use-action"
import { callApi } from "../../data/api"
import { useWords } from "../../words/use-words"

const LONGEST = 1000

interface NoteDrawerProps {
  order: AdminWalmartOrderDetail
  onClose: () => void
}

/** A note for colleagues; emptied, it is taken away. */
export function NoteDrawer({ order, onClose }: NoteDrawerProps) {
  const { t } = useWords()
  const { value: note, set: setNote, isChanged } = useDraft(order.note?.text ?? "")
  const keep = useAction(
    (body: AdminWalmartNoteBody) =>
      callApi(`walmart/orders/${order.id}/note`, { method: "POST", body }),
    { done: () => t("note.saved"), showsError: true, after: onClose }
  )
  return (
    <FormDrawer
      title={t("note.title")}
      description={t("note.description")}
      submitLabel={t("actions.save")}
      isBusy={keep.isPending}
      isDirty={isChanged}
      error={keep.error}
      onSubmit={() => keep.mutate({ note: note.trim() })}
      onClose={onClose}
    >
      <Field label={t("note.title")} hint={t("note.hint")}>
        {(input) => (
          <Textarea
            {...input}
            autoFocus
            rows={6}
            maxLength={LONGEST}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
