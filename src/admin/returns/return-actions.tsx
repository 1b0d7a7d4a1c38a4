import { Button, Textarea } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartReturn } from "../../types/http"
import { isRefundOffered } from "../../walmart/returns/decided-refund"
import { FormDrawer } from "../common/drawers/form-drawer"
import { Field } from "../common/field"
import { useWords } from "../words/use-words"
import { useDecideReturn } from "./use-returns"

interface ReturnActionsProps {
  one: AdminWalmartReturn
}

/** What a person can do about a return here; receiving it is done on Medusa's own screen. */
export function ReturnActions({ one }: ReturnActionsProps) {
  const { t } = useWords()
  const [isDismissing, setDismissing] = useState(false)
  const refund = useDecideReturn(one, "refund")
  const retry = useDecideReturn(one, "retry")
  const number = one.return_order_id
  const isWaiting = one.state === "needs_attention"
  return (
    <div className="flex items-center gap-2 py-2">
      {isRefundOffered(one) && (
        <Button
          size="small"
          variant={one.state === "to_decide" ? "primary" : "secondary"}
          aria-label={t("returns.refundOne", { number })}
          isLoading={refund.isPending}
          onClick={() => refund.mutate({})}
        >
          {t("returns.refund")}
        </Button>
      )}
      {isWaiting && (
        <Button
          size="small"
          variant="secondary"
          aria-label={t("returns.retryOne", { number })}
          isLoading={retry.isPending}
          onClick={() => retry.mutate({})}
        >
          {t("actions.retry")}
        </Button>
      )}
      {(isWaiting || one.state === "to_decide") && (
        <Button size="small" variant="transparent" onClick={() => setDismissing(true)}>
          {t("actions.dismiss")}
        </Button>
      )}
      {isDismissing && <DismissReturn one={one} onClose={() => setDismissing(false)} />}
    </div>
  )
}

function DismissReturn({ one, onClose }: ReturnActionsProps & { onClose: () => void }) {
  const { t } = useWords()
  const [note, setNote] = useState("")
  const dismiss = useDecideReturn(one, "dismiss", onClose)
  return (
    <FormDrawer
      title={t("returns.dismissTitle", { number: one.return_order_id })}
      description={t("returns.dismissDescription")}
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
          <Textarea {...input} value={note} onChange={({ target }) => setNote(target.value)} />
        )}
      </Field>
    </FormDrawer>
  )
}
