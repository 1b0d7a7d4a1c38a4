import { useState } from "react"
import type { AdminWalmartOrderDetail, AdminWalmartUpdate } from "../../../types/http"
import { useRetry } from "../../hooks/use-update-actions"
import { useWords } from "../../hooks/use-words"
import { changesOf, correctionOf } from "../../lib/correction"
import { FormDrawer } from "../common/form-drawer"
import { ReasonList } from "../common/reason-list"
import { Attention } from "./attention"
import { PackageFields } from "./package-fields"

interface CorrectDrawerProps {
  order: AdminWalmartOrderDetail
  update: AdminWalmartUpdate
  title: string
  onClose: () => void
}

/** Just the fields that can be corrected, and what is wrong with them. */
export function CorrectDrawer({ order, update, title, onClose }: CorrectDrawerProps) {
  const { t } = useWords()
  const [form, setForm] = useState(() => correctionOf(update))
  const retry = useRetry(update, { close: onClose })
  return (
    <FormDrawer
      title={t("correct.title", { update: title })}
      description={t("correct.description")}
      submitLabel={t("actions.retry")}
      isBusy={retry.isPending}
      error={retry.error}
      onSubmit={() => retry.mutate(changesOf(update, form))}
      onClose={onClose}
    >
      {update.attention && <Attention attention={update.attention} />}
      {update.kind === "shipment" && (
        <PackageFields order={order} update={update} form={form} onChange={setForm} />
      )}
      {update.kind === "cancellation" && (
        <ReasonList
          reasons={order.cancellation.offered}
          value={form.reason}
          onChange={(reason) => setForm({ ...form, reason })}
        />
      )}
    </FormDrawer>
  )
}
