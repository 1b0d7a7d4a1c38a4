import { useState } from "react"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { TextField } from "../../common/text-field"
import { useWords } from "../../words/use-words"
import { SecretField } from "./secret-field"
import { useSetKeys } from "./use-keys"

interface KeysDrawerProps {
  accountId: string
  onClose: () => void
}

/** Takes a new key pair. Walmart is asked before it is saved; what it refuses is said here and the old pair stays. */
export function KeysDrawer({ accountId, onClose }: KeysDrawerProps) {
  const { t } = useWords()
  const [id, setId] = useState("")
  const [secret, setSecret] = useState("")
  const save = useSetKeys(accountId, onClose)
  const body = { client_id: id.trim(), client_secret: secret.trim() }
  return (
    <FormDrawer
      title={t("keys.drawerTitle", { account: accountId })}
      description={t("keys.drawerDescription")}
      submitLabel={t("keys.submit")}
      isBusy={save.isPending}
      isDirty={id !== "" || secret !== ""}
      canSubmit={body.client_id !== "" && body.client_secret !== ""}
      error={save.error}
      onSubmit={() => save.mutate(body)}
      onClose={onClose}
    >
      <TextField label={t("keys.clientId")} value={id} onChange={setId} />
      <SecretField
        label={t("keys.clientSecret")}
        hint={t("keys.secretHint")}
        value={secret}
        onChange={setSecret}
      />
    </FormDrawer>
  )
}
