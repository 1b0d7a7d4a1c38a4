import { useState } from "react"
import type { AdminWalmartWebhookSecret } from "../../../types/http"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { TextField } from "../../common/text-field"
import { useWords } from "../../words/use-words"
import { SecretField } from "./secret-field"
import { useSetWebhookSecret } from "./use-keys"

interface WebhookSecretDrawerProps extends Pick<AdminWalmartWebhookSecret, "name"> {
  accountId: string
  onClose: () => void
}

/** What can be guessed is refused by the server too. */
const LEAST = 16

/** Takes a new secret for an account's webhooks. Walmart learns it by the next subscription. */
export function WebhookSecretDrawer({ accountId, name, onClose }: WebhookSecretDrawerProps) {
  const { t } = useWords()
  const [called, setCalled] = useState("")
  const [secret, setSecret] = useState("")
  const save = useSetWebhookSecret(accountId, onClose)
  const body = { ...(name ? { name: called.trim() } : {}), secret: secret.trim() }
  return (
    <FormDrawer
      title={t("keys.webhook.drawerTitle", { account: accountId })}
      description={t("keys.webhook.drawerDescription")}
      submitLabel={t("keys.webhook.submit")}
      isBusy={save.isPending}
      isDirty={called !== "" || secret !== ""}
      canSubmit={body.name !== "" && body.secret.length >= LEAST}
      error={save.error}
      onSubmit={() => save.mutate(body)}
      onClose={onClose}
    >
      {name && <TextField label={t(`keys.webhook.${name}`)} value={called} onChange={setCalled} />}
      <SecretField
        label={t("keys.webhook.secret")}
        hint={t("keys.webhook.secretHint")}
        value={secret}
        onChange={setSecret}
      />
    </FormDrawer>
  )
}
