import { useState } from "react"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { TextField } from "../../common/text-field"
import { useWords } from "../../words/use-words"

interface SaveViewDrawerProps {
  onSave: (name: string) => void
  onClose: () => void
}

/** Asks for the name under which this browser keeps what is shown. */
export function SaveViewDrawer({ onSave, onClose }: SaveViewDrawerProps) {
  const { t } = useWords()
  const [name, setName] = useState("")
  const save = () => {
    if (name.trim() === "") return
    onSave(name.trim())
    onClose()
  }
  return (
    <FormDrawer
      title={t("views.save")}
      description={t("views.description")}
      submitLabel={t("actions.save")}
      isBusy={false}
      isDirty={name !== ""}
      canSubmit={name.trim() !== ""}
      error={null}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField label={t("views.name")} value={name} autoFocus onChange={setName} />
    </FormDrawer>
  )
}
