import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartReturn } from "../../types/http"
import { isRefundOffered } from "../../walmart/returns/decided-refund"
import { NoteDrawer } from "../common/drawers/note-drawer"
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
  const dismiss = useDecideReturn(one, "dismiss", onClose)
  return (
    <NoteDrawer
      title={t("returns.dismissTitle", { number: one.return_order_id })}
      description={t("returns.dismissDescription")}
      submitLabel={t("actions.dismiss")}
      decision={dismiss}
      onSubmit={(note) => dismiss.mutate({ note })}
      onClose={onClose}
    />
  )
}
