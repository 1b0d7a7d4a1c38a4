import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type {
  AdminWalmartSubscription,
  AdminWalmartWebhooks,
  AdminWalmartWebhookState,
} from "../../../../types/http"
import { WalmartError } from "../../../../walmart/api/errors/errors"
import { explain } from "../../../../walmart/updates/outcome"
import { pollSlowness, silenceWarning } from "../../../../walmart/webhooks/poll-pace"
import { subscriptionWarning } from "../../../../walmart/webhooks/subscription"
import { webhookAddress } from "../../../../workflows/webhooks/subscriptions"
import { iso } from "../present"

/** An account's webhooks with Walmart's subscriptions; nothing secret. @throws MedusaError NOT_FOUND */
export async function loadWebhooks(
  container: MedusaContainer,
  accountId: string
): Promise<AdminWalmartWebhooks> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const address = webhookAddress(walmart, accountId)
  const auth = walmart.webhooks.receiver(accountId)?.auth ?? null
  const isUs = walmart.account(accountId).market === "us"
  const [state, listed] = await Promise.all([
    webhookState(walmart, accountId),
    isUs ? listSubscriptions(walmart, accountId, address.url) : NOTHING,
  ])
  return { auth: auth?.auth ?? null, header: auth?.header ?? null, ...address, state, ...listed }
}

const NOTHING: Listed = { subscriptions: [], problem: null }

type Listed = Pick<AdminWalmartWebhooks, "subscriptions" | "problem">

async function listSubscriptions(
  walmart: WalmartModuleService,
  accountId: string,
  url: string
): Promise<Listed> {
  try {
    const subscriptions = await walmart.client(accountId).webhooks.list()
    const shown = subscriptions.map((one): AdminWalmartSubscription => ({
      id: one.id,
      event_type: one.eventType,
      event_version: one.eventVersion,
      status: one.status,
      url: one.eventUrl,
      is_own: one.eventUrl === url,
      warning: subscriptionWarning(one),
    }))
    return { subscriptions: shown, problem: null }
  } catch (error) {
    if (!(error instanceof WalmartError)) throw error
    const { message, remedy } = explain(error)
    return { subscriptions: [], problem: `${message} ${remedy}` }
  }
}

/** How the webhooks of an account are doing; null when it receives none. */
export async function webhookState(
  walmart: WalmartModuleService,
  accountId: string
): Promise<AdminWalmartWebhookState | null> {
  if (walmart.webhooks.receiver(accountId) === null) return null
  const { counts, ...report } = await walmart.webhooks.report(accountId)
  const refused = counts.find(({ name }) => name === "refused")
  const signs = {
    now: report.now.getTime(),
    lastEventAt: report.lastEventAt?.getTime() ?? null,
    lastRefusedAt: refused?.last_at.getTime() ?? null,
  }
  return {
    last_event_at: iso(report.lastEventAt),
    events: report.events,
    waiting: report.waiting,
    polls_slower: pollSlowness(signs),
    refused: refused?.times ?? 0,
    last_refused_at: iso(refused?.last_at ?? null),
    counts: Object.fromEntries(
      counts.filter((one) => one !== refused).map(({ name, times }) => [name, times])
    ),
    warning: silenceWarning(signs, report.newOrders),
  }
}
