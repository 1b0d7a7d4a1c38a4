import { Alert, Badge, Button, Text, usePrompt } from "@medusajs/ui"
import type { AdminWalmartSubscription, AdminWalmartWebhooks } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { useUnsubscribe } from "./use-webhooks"

interface SubscriptionListProps {
  accountId: string
  webhooks: AdminWalmartWebhooks
}

/** What Walmart has of an account's subscriptions, each to be removed. */
export function SubscriptionList({ accountId, webhooks }: SubscriptionListProps) {
  const { t } = useWords()
  const { subscriptions, problem, auth } = webhooks
  if (subscriptions.length === 0) {
    if (problem !== null || auth === null) return null
    return <Text size="small">{t("webhooks.none")}</Text>
  }
  return (
    <ul className="flex flex-col gap-y-3" aria-label={t("webhooks.subscriptions")}>
      {subscriptions.map((one) => (
        <Subscription key={one.id} accountId={accountId} subscription={one} />
      ))}
    </ul>
  )
}

interface SubscriptionProps {
  accountId: string
  subscription: AdminWalmartSubscription
}

function Subscription({ accountId, subscription }: SubscriptionProps) {
  const { t, said } = useWords()
  const prompt = usePrompt()
  const unsubscribe = useUnsubscribe(accountId)
  const { id, event_type, status, url, is_own, warning, warning_words: words } = subscription
  const ask = async () => {
    const isSure = await prompt({
      title: t("webhooks.removeTitle"),
      description: t("webhooks.removeSure", { url }),
      confirmText: t("webhooks.remove"),
      cancelText: t("actions.back"),
    })
    if (isSure) unsubscribe.mutate(id)
  }
  return (
    <li className="flex flex-col gap-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <Text size="small" weight="plus">
            {event_type}
          </Text>
          <Badge size="2xsmall" color={status === "ACTIVE" ? "green" : "grey"}>
            {status}
          </Badge>
          {is_own && <Badge size="2xsmall">{t("webhooks.own")}</Badge>}
        </div>
        <Button
          size="small"
          variant="secondary"
          aria-label={t("webhooks.removeOf", { id })}
          isLoading={unsubscribe.isPending}
          onClick={() => void ask()}
        >
          {t("webhooks.remove")}
        </Button>
      </div>
      <Text size="small" className="text-ui-fg-subtle break-all">
        {url}
      </Text>
      {warning && <Alert variant="warning">{said(warning, words)}</Alert>}
    </li>
  )
}
