import { Copy } from "@medusajs/ui"
import type { AdminWalmartWebhooks, AdminWalmartWebhookState } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { Fact } from "../../common/fact"

/** Where webhooks arrive, how they are proven, and how they are doing. */
export function WebhookFacts({ webhooks }: { webhooks: AdminWalmartWebhooks }) {
  const { t } = useWords()
  const { url, auth, header, state } = webhooks
  return (
    <dl className="flex flex-col gap-y-2">
      <Fact label={t("webhooks.address")}>
        <span className="flex items-center gap-x-2">
          <code className="break-all">{url}</code>
          <Copy content={url} aria-label={t("webhooks.copy")} />
        </span>
      </Fact>
      {auth && (
        <Fact label={t("webhooks.auth")}>
          {t("webhooks.authBy", { auth: t(`webhooks.authNames.${auth}`), header })}
        </Fact>
      )}
      {state && <State state={state} />}
    </dl>
  )
}

function State({ state }: { state: AdminWalmartWebhookState }) {
  const { t, at } = useWords()
  const { last_event_at: last, refused, last_refused_at: lastRefused, polls_slower: times } = state
  return (
    <>
      <Fact label={t("webhooks.last")}>{last ? at(last) : t("account.never")}</Fact>
      <Fact label={t("webhooks.events")}>{state.events}</Fact>
      <Fact label={t("webhooks.waiting")}>{state.waiting}</Fact>
      <Fact label={t("webhooks.refused")}>
        {lastRefused ? t("webhooks.refusedLast", { count: refused, at: at(lastRefused) }) : refused}
      </Fact>
      <Fact label={t("webhooks.polls")}>
        {times > 1 ? t("webhooks.pollsSlower", { times }) : t("webhooks.pollsUsual")}
      </Fact>
    </>
  )
}
