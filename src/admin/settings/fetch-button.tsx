import { Button } from "@medusajs/ui"
import { useWords } from "../words/use-words"
import { useFetchNow } from "./use-account-actions"

/** Has an account's orders fetched now instead of within the next minutes. */
export function FetchButton({ accountId: account }: { accountId: string }) {
  const { t } = useWords()
  const fetchNow = useFetchNow(account)
  return (
    <Button
      size="small"
      variant="secondary"
      aria-label={t("account.fetchOf", { account })}
      isLoading={fetchNow.isPending}
      onClick={() => fetchNow.mutate(undefined)}
    >
      {t("account.fetch")}
    </Button>
  )
}
