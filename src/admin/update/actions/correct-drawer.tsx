import { Alert } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrderDetail, AdminWalmartOrderUpdate } from "../../../types/http"
import { useRetry } from "./use-update-actions"
import { useWords } from "../../words/use-words"
import { changesOf, correctionOf, isChangedSince, packageFault } from "../kinds/correction"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { Live } from "../../common/live"
import { Attention } from "../kinds/attention"
import { UPDATE_KINDS } from "../kinds/kinds"

interface CorrectDrawerProps {
  order: AdminWalmartOrderDetail
  update: AdminWalmartOrderUpdate
  title: string
  onClose: () => void
}

/** Just the fields that can be corrected, and what is wrong with them. */
export function CorrectDrawer({ order, update, title, onClose }: CorrectDrawerProps) {
  const { t } = useWords()
  const { Fields } = UPDATE_KINDS[update.kind]
  // What is typed is compared with what was seen when it was typed, not with what a colleague has saved meanwhile.
  const [opened] = useState(update)
  const [form, setForm] = useState(() => correctionOf(opened))
  const retry = useRetry(update, { close: onClose })
  const changes = changesOf(opened, form)
  const fault = packageFault(retry.error, form)
  const change = (next: typeof form) => {
    retry.reset()
    setForm(next)
  }
  return (
    <FormDrawer
      title={t("correct.title", { update: title })}
      description={t("correct.description")}
      submitLabel={t("actions.sendAgain")}
      isBusy={retry.isPending}
      isDirty={Object.keys(changes).length > 0}
      error={fault ? null : retry.error}
      onSubmit={() => retry.mutate(changes)}
      onClose={onClose}
    >
      <Live>
        {isChangedSince(opened, update) && (
          <Alert variant="warning">{t("correct.changedMeanwhile")}</Alert>
        )}
      </Live>
      {update.attention && <Attention attention={update.attention} />}
      {Fields && <Fields {...{ order, update, opened, form, fault }} onChange={change} />}
    </FormDrawer>
  )
}
