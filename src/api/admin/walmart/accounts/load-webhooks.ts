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
import { english, englishOf, inARow, type Phrase } from "../../../../walmart/words/phrase"
import { webhookAddress } from "../../../../workflows/webhooks/subscriptions"
import { iso } from "../present"

/** An account's webhooks with Walmart's subscriptions; nothing secret. @throws MedusaError NOT_FOUND */
export async function loadWebhooks(
  container: MedusaContainer,
  accountId: string
): Promise<AdminWalmartWebhooks> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const { url, obstacle } = webhookAddress(walmart, accountId)
  const auth = walmart.webhooks.receiver(accountId)?.auth ?? null
  const isUs = walmart.account(accountId).market === "us"
  const [state, listed] = await Promise.all([
    webhookState(walmart, accountId),
    isUs ? listSubscriptions(walmart, accountId, url) : NOTHING,
  ])
  const proof = { auth: auth?.auth ?? null, header: auth?.header ?? null }
  const address = { url, obstacle: englishOf(obstacle), obstacle_words: obstacle }
  return { ...proof, ...address, state, ...listed }
}

const NOTHING: Listed = { subscriptions: [], problem: null, problem_words: null }

type Listed = Pick<AdminWalmartWebhooks, "subscriptions" | "problem" | "problem_words">

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
      ...showWarning(subscriptionWarning(one)),
    }))
    return { ...NOTHING, subscriptions: shown }
  } catch (error) {
    if (!(error instanceof WalmartError)) throw error
    const phrases = inARow(explain(error))
    return { subscriptions: [], problem: english(phrases), problem_words: phrases }
  }
}

function showWarning(phrases: Phrase[] | null) {
  return { warning: englishOf(phrases), warning_words: phrases }
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
    ...showWarning(silenceWarning(signs, report.newOrders)),
  }
}
