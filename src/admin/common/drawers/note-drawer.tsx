import { Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useWords } from "../../words/use-words"
import { Field } from "../field"
import { FormDrawer } from "./form-drawer"

/** What a drawer shows of a call that is under way or has failed, as a mutation holds it. */
interface Decision {
  isPending: boolean
  error: unknown
  /** Takes the error away. */
  reset: () => void
}

interface NoteDrawerProps {
  title: string
  description: string
  submitLabel: string
  /** What the note is for; that it is kept, when left out. */
  hint?: string
  decision: Decision
  /** @param note without blanks around it, never empty */
  onSubmit: (note: string) => void
  onClose: () => void
}

/** A decision somebody answers for, so that it takes a note. */
export function NoteDrawer({ hint, decision, onSubmit, ...drawer }: NoteDrawerProps) {
  const { t } = useWords()
  const [text, setText] = useState("")
  const note = text.trim()
  const change = (next: string) => {
    decision.reset()
    setText(next)
  }
  return (
    <FormDrawer
      {...drawer}
      isBusy={decision.isPending}
      isDirty={note !== ""}
      canSubmit={note !== ""}
      error={decision.error}
      onSubmit={() => onSubmit(note)}
    >
      <Field label={t("fields.note")} hint={hint ?? t("fields.noteHint")}>
        {(input) => (
          <Textarea {...input} value={text} onChange={({ target }) => change(target.value)} />
        )}
      </Field>
    </FormDrawer>
  )
}
