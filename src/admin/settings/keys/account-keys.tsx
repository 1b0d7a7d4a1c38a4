import { Alert, Button, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartAccountKeys } from "../../../types/http"
import { Person } from "../../common/person"
import { useWords } from "../../words/use-words"
import { KeysDrawer } from "./keys-drawer"
import { useRemoveKeys } from "./use-keys"

interface AccountKeysProps {
  keys: AdminWalmartAccountKeys
  canSet: boolean
}

/** Which keys of one account are in force, and changing them. */
export function AccountKeys({ keys, canSet }: AccountKeysProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { account_id: account } = keys
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex flex-col gap-y-1">
          <Text size="small" weight="plus">
            {t("account.title", { account })}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            <Source keys={keys} />
          </Text>
        </div>
        <div className="flex flex-wrap gap-2">
          {keys.changed_at !== null && <RemoveButton keys={keys} />}
          {canSet && (
            <Button
              size="small"
              variant="secondary"
              aria-label={t("keys.changeOf", { account })}
              onClick={() => setOpen(true)}
            >
              {t("keys.change")}
            </Button>
          )}
        </div>
      </div>
      {keys.problem !== null && <Alert variant="error">{keys.problem}</Alert>}
      {isOpen && <KeysDrawer accountId={account} onClose={() => setOpen(false)} />}
    </div>
  )
}

function Source({ keys: { source, changed_at, changed_by } }: Pick<AccountKeysProps, "keys">) {
  const { t, at } = useWords()
  if (source === null) return t("keys.none")
  if (source === "options" || changed_at === null) return t("keys.fromOptions")
  return (
    <>
      {t("keys.setHere", { at: at(changed_at) })} · <Person id={changed_by} />
    </>
  )
}

function RemoveButton({
  keys: { account_id: account, in_options },
}: Pick<AccountKeysProps, "keys">) {
  const { t } = useWords()
  const prompt = usePrompt()
  const remove = useRemoveKeys(account)
  const ask = async () => {
    const isSure = await prompt({
      title: t("keys.removeTitle", { account }),
      description: t(in_options ? "keys.removeSure" : "keys.removeLast"),
      confirmText: t("keys.remove"),
      cancelText: t("actions.back"),
    })
    if (isSure) remove.mutate(undefined)
  }
  return (
    <Button
      size="small"
      variant="secondary"
      aria-label={t("keys.removeOf", { account })}
      isLoading={remove.isPending}
      onClick={() => void ask()}
    >
      {t("keys.remove")}
    </Button>
  )
}
