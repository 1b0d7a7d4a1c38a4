import type { AdminWalmartOrderDetail } from "../../types/http"
import { NoteDrawer } from "../common/drawers/note-drawer"
import { useWords } from "../words/use-words"
import { useDismissDifferences } from "./use-order-actions"

interface DismissDifferencesDrawerProps {
  order: AdminWalmartOrderDetail
  onClose: () => void
}

/** Lets an order stay as different as it is. */
export function DismissDifferencesDrawer({ order, onClose }: DismissDifferencesDrawerProps) {
  const { t } = useWords()
  const dismiss = useDismissDifferences(order.id, onClose)
  return (
    <NoteDrawer
      title={t("differences.dismissTitle")}
      description={t("differences.dismissDescription")}
      submitLabel={t("actions.dismiss")}
      hint={t("differences.noteHint")}
      decision={dismiss}
      onSubmit={(note) => dismiss.mutate({ note })}
      onClose={onClose}
    />
  )
}
