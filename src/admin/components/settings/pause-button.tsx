import { Button, usePrompt } from "@medusajs/ui"
import type { AdminWalmartAccount } from "../../../types/http"
import { usePause } from "../../hooks/use-account-actions"
import { useWords } from "../../hooks/use-words"

/** Pausing and resuming, each with what it means for what is waiting. */
export function PauseButton({ account }: { account: AdminWalmartAccount }) {
  const { t } = useWords()
  const prompt = usePrompt()
  const pause = usePause(account.id)
  const action = account.paused ? "resume" : "pause"
  const label = t(account.paused ? "account.resume" : "account.pause")
  const ask = async () => {
    const { updates, orders } = account.waiting
    const isSure = await prompt({
      title: t(account.paused ? "account.resumeTitle" : "account.pauseTitle", {
        account: account.id,
      }),
      description: t(account.paused ? "account.resumeSure" : "account.pauseSure", {
        updates,
        orders,
      }),
      confirmText: label,
      cancelText: t("actions.back"),
      variant: "confirmation",
    })
    if (isSure) pause.mutate(action)
  }
  return (
    <Button
      size="small"
      variant="secondary"
      aria-label={t(account.paused ? "account.resumeOf" : "account.pauseOf", {
        account: account.id,
      })}
      isLoading={pause.isPending}
      onClick={() => void ask()}
    >
      {label}
    </Button>
  )
}
