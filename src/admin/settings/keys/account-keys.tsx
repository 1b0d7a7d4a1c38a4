import { Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartAccountKeys, AdminWalmartWebhookSecret } from "../../../types/http"
import type { Translate } from "../../words/translate"
import { useWords } from "../../words/use-words"
import { KeySource, type KeyWords } from "./key-source"
import { KeysDrawer } from "./keys-drawer"
import { useRemoveKeys, useRemoveWebhookSecret } from "./use-keys"
import { WebhookSecretDrawer } from "./webhook-secret-drawer"

interface AccountKeysProps {
  keys: AdminWalmartAccountKeys
  canSet: boolean
}

/** Which keys of one account are in force, and what proves its webhooks; changing both. */
export function AccountKeys({ keys, canSet }: AccountKeysProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { account_id: account, webhook } = keys
  const remove = useRemoveKeys(account)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus">
        {t("account.title", { account })}
      </Text>
      <KeySource
        {...{ source: keys, remove }}
        words={keyWords(t, account, keys.in_options)}
        change={canSet ? () => setOpen(true) : null}
      />
      {webhook && <WebhookSecret account={account} webhook={webhook} canSet={canSet} />}
      {isOpen && <KeysDrawer accountId={account} onClose={() => setOpen(false)} />}
    </div>
  )
}

interface WebhookSecretProps {
  account: string
  webhook: AdminWalmartWebhookSecret
  canSet: boolean
}

function WebhookSecret({ account, webhook, canSet }: WebhookSecretProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const remove = useRemoveWebhookSecret(account)
  return (
    <>
      <KeySource
        {...{ source: webhook, remove }}
        words={webhookWords(t, account, webhook.in_options)}
        change={canSet ? () => setOpen(true) : null}
      />
      {isOpen && (
        <WebhookSecretDrawer
          accountId={account}
          name={webhook.name}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function keyWords(t: Translate, account: string, inOptions: boolean): KeyWords {
  return {
    none: t("keys.none"),
    fromOptions: t("keys.fromOptions"),
    setHere: (at) => t("keys.setHere", { at }),
    change: t("keys.change"),
    changeOf: t("keys.changeOf", { account }),
    removeOf: t("keys.removeOf", { account }),
    removeTitle: t("keys.removeTitle", { account }),
    removeSure: t(inOptions ? "keys.removeSure" : "keys.removeLast"),
  }
}

function webhookWords(t: Translate, account: string, inOptions: boolean): KeyWords {
  return {
    none: t("keys.webhook.none"),
    fromOptions: t("keys.webhook.fromOptions"),
    setHere: (at) => t("keys.webhook.setHere", { at }),
    change: t("keys.webhook.change"),
    changeOf: t("keys.webhook.changeOf", { account }),
    removeOf: t("keys.webhook.removeOf", { account }),
    removeTitle: t("keys.webhook.removeTitle", { account }),
    removeSure: t(inOptions ? "keys.webhook.removeSure" : "keys.webhook.removeLast"),
  }
}
