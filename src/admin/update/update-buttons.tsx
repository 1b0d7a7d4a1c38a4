import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrderDetail, AdminWalmartOrderUpdate } from "../../types/http"
import { useRetry, useUndo } from "./actions/use-update-actions"
import { useWords } from "../words/use-words"
import { CorrectDrawer } from "./actions/correct-drawer"
import { DismissDrawer } from "./actions/dismiss-drawer"
import { UpdateDrawer } from "./update-drawer"

interface UpdateButtonsProps {
  order: AdminWalmartOrderDetail
  update: AdminWalmartOrderUpdate
  title: string
  /** Only what can be done about it: how it came stands in its own row. */
  isBrief?: boolean
}

/** What a person can do about an update. */
export function UpdateButtons({ order, update, title, isBrief = false }: UpdateButtonsProps) {
  const { t } = useWords()
  const [open, setOpen] = useState<"correct" | "dismiss" | "details" | null>(null)
  const close = () => setOpen(null)
  const shared = { update, title, onClose: close }
  return (
    <div className="flex flex-wrap gap-2">
      {update.can_correct && (
        <Button
          size="small"
          variant={update.attention ? "primary" : "secondary"}
          onClick={() => setOpen("correct")}
        >
          {t("actions.correct")}
        </Button>
      )}
      {update.can_retry && <RetryButton update={update} />}
      {update.can_dismiss && (
        <Button size="small" variant="secondary" onClick={() => setOpen("dismiss")}>
          {t("actions.dismiss")}
        </Button>
      )}
      {update.can_undo && <UndoButton update={update} title={title} />}
      {!isBrief && (
        <Button
          size="small"
          variant="transparent"
          className="first:-ml-2"
          aria-label={t("actions.detailsOf", { update: title })}
          onClick={() => setOpen("details")}
        >
          {t("actions.details")}
        </Button>
      )}
      {open === "correct" && <CorrectDrawer order={order} {...shared} />}
      {open === "dismiss" && <DismissDrawer {...shared} />}
      {open === "details" && <UpdateDrawer {...shared} />}
    </div>
  )
}

function RetryButton({ update }: Pick<UpdateButtonsProps, "update">) {
  const { t } = useWords()
  const retry = useRetry(update)
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={retry.isPending}
      onClick={() => retry.mutate({})}
    >
      {t("actions.retry")}
    </Button>
  )
}

function UndoButton({ update, title }: Pick<UpdateButtonsProps, "update" | "title">) {
  const { t } = useWords()
  const undo = useUndo(update)
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={undo.isPending}
      aria-label={t("actions.undoOf", { update: title })}
      onClick={() => undo.mutate(undefined)}
    >
      {t("actions.undo")}
    </Button>
  )
}
