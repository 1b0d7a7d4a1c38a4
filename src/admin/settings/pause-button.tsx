import { Button, usePrompt } from "@medusajs/ui"
import type { AdminWalmartAccount } from "../../types/http"
import { usePause } from "./use-account-actions"
import { useAccounts } from "../data/use-accounts"
import { useWords } from "../words/use-words"

/** Pausing and resuming, each with what it means for what is waiting now, which is asked for before the question is put. */
export function PauseButton({ account }: { account: AdminWalmartAccount }) {
  const { t, waiting } = useWords()
  const prompt = usePrompt()
  const { refetch, isFetching } = useAccounts()
  const pause = usePause(account.id)
  const label = t(account.paused ? "account.resume" : "account.pause")
  const ask = async () => {
    const { data = [] } = await refetch()
    const { id, paused, waiting: held } = data.find(({ id }) => id === account.id) ?? account
    const isSure = await prompt({
      title: t(paused ? "account.resumeTitle" : "account.pauseTitle", { account: id }),
      description: t(paused ? "account.resumeSure" : "account.pauseSure", {
        waiting: waiting(held),
      }),
      confirmText: t(paused ? "account.resume" : "account.pause"),
      cancelText: t("actions.back"),
      variant: "confirmation",
    })
    if (isSure) pause.mutate(paused ? "resume" : "pause")
  }
  return (
    <Button
      size="small"
      variant="secondary"
      aria-label={t(account.paused ? "account.resumeOf" : "account.pauseOf", {
        account: account.id,
      })}
      isLoading={pause.isPending}
      disabled={isFetching}
      onClick={() => void ask()}
    >
      {label}
    </Button>
  )
}
