import type { AdminWalmartUpdate } from "../../../types/http"
import { NoteDrawer } from "../../common/drawers/note-drawer"
import { useWords } from "../../words/use-words"
import { useDismiss } from "./use-update-actions"

interface DismissDrawerProps {
  update: AdminWalmartUpdate
  title: string
  onClose: () => void
}

/** Gives an update up. */
export function DismissDrawer({ update, title, onClose }: DismissDrawerProps) {
  const { t } = useWords()
  const dismiss = useDismiss(update, onClose)
  return (
    <NoteDrawer
      title={t("dismiss.title", { update: title })}
      description={t("dismiss.description")}
      submitLabel={t("actions.dismiss")}
      decision={dismiss}
      onSubmit={(note) => dismiss.mutate({ note })}
      onClose={onClose}
    />
  )
}
