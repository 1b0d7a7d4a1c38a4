import { Alert, Button, Text } from "@medusajs/ui"
import type { AdminWalmartWebhooks } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { Live } from "../../common/live"
import { LoadError } from "../../common/load-error"
import { Loading } from "../../common/loading"
import { Said } from "../../common/said"
import { Section } from "../../common/section"
import { SubscriptionList } from "./subscription-list"
import { useSample, useSubscribe, useWebhooks } from "./use-webhooks"
import { WebhookFacts } from "./webhook-facts"

/** Walmart's webhooks of an account: address, state and subscriptions. */
export function WebhooksSection({ accountId }: { accountId: string }) {
  const { t, said } = useWords()
  const { data, error, refetch } = useWebhooks(accountId)
  if (!data && error) return <LoadError error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { webhooks } = data
  const { obstacle, problem, state } = webhooks
  return (
    <Section
      title={t("webhooks.title")}
      action={obstacle === null && <Buttons accountId={accountId} webhooks={webhooks} />}
    >
      <Text size="small" className="text-ui-fg-subtle">
        {t("webhooks.hint")}
      </Text>
      {obstacle !== null && (
        <Text size="small" className="text-ui-fg-subtle">
          <Said text={said(obstacle, webhooks.obstacle_words)} />
        </Text>
      )}
      {state?.warning && (
        <Alert variant="warning">{said(state.warning, state.warning_words)}</Alert>
      )}
      {problem !== null && <Alert variant="error">{said(problem, webhooks.problem_words)}</Alert>}
      <WebhookFacts webhooks={webhooks} />
      <SubscriptionList accountId={accountId} webhooks={webhooks} />
    </Section>
  )
}

interface ButtonsProps {
  accountId: string
  webhooks: AdminWalmartWebhooks
}

function Buttons({ accountId, webhooks }: ButtonsProps) {
  const { t, said, problem } = useWords()
  const subscribe = useSubscribe(accountId)
  const sample = useSample(accountId)
  const isSubscribed = webhooks.subscriptions.some(({ is_own }) => is_own)
  const { data } = sample
  const failure = sample.error
    ? problem(sample.error)
    : data?.problem && said(data.problem, data.problem_words)
  return (
    <div className="flex flex-col items-end gap-y-2">
      <div className="flex flex-wrap justify-end gap-2">
        <Button
          size="small"
          variant="secondary"
          isLoading={sample.isPending}
          onClick={() => sample.mutate(undefined)}
        >
          {t("webhooks.check")}
        </Button>
        <Button
          size="small"
          variant="secondary"
          isLoading={subscribe.isPending}
          onClick={() => subscribe.mutate(undefined)}
        >
          {t(isSubscribed ? "webhooks.renew" : "webhooks.subscribe")}
        </Button>
      </div>
      <Live>
        {failure ? (
          <Alert variant="error">{failure}</Alert>
        ) : (
          data?.ok && <Alert variant="success">{t("webhooks.checkOk")}</Alert>
        )}
      </Live>
    </div>
  )
}
