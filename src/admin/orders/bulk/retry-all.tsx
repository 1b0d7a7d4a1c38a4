import { Button, usePrompt } from "@medusajs/ui"
import { useAccounts } from "../../data/use-accounts"
import { useBulk } from "./use-bulk"
import { useWords } from "../../words/use-words"
import { accountsMeant, retryAccounts } from "./bulk"

interface RetryAllProps {
  /** Orders of these accounts that need attention. */
  count: number
  /** Accounts that are filtered by; empty for all. */
  accountIds: string[]
}

/** Sends again everything that needs attention, for when its cause has been cured at one place. */
export function RetryAll({ count, accountIds }: RetryAllProps) {
  const { t } = useWords()
  const prompt = usePrompt()
  const wanted = accountsMeant(accountIds, useAccounts().data)
  const retry = useBulk(retryAccounts, "bulk.retried")
  if (count === 0 || wanted === null) return null
  const ask = async () => {
    const isSure = await prompt({
      title: t("bulk.retryAll"),
      description: t("bulk.retryAllSure", { count }),
      confirmText: t("actions.retry"),
      cancelText: t("actions.back"),
      variant: "confirmation",
    })
    if (isSure) retry.mutate(wanted)
  }
  return (
    <Button size="small" variant="secondary" isLoading={retry.isPending} onClick={() => void ask()}>
      {t("bulk.retryAll")}
    </Button>
  )
}
