import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { logLine } from "../../../modules/walmart/common/failure"
import { NotFoundError, RefusedError, WalmartError } from "../../../walmart/api/errors/errors"
import type { Subscription } from "../../../walmart/api/schemas/webhook-schema"
import type { SubscriptionOrder } from "../../../walmart/api/webhooks"
import { explain } from "../../../walmart/updates/outcome"
import { ownSubscription } from "../../../walmart/webhooks/subscription"
import { type Phrase, phrases, say, wordsOf } from "../../../walmart/words/phrase"
import { walmartOf } from "../../import/store/load-store"
import { callFailed, notFound } from "../../shared/refusals"
import { type WantedEvents, wantedEvents } from "../subscriptions"

/** An account whose webhooks are looked after. */
export interface WebhookStepInput {
  account_id: string
}

/**
 * Subscribes an account to Walmart's events about orders and returns, or renews the subscriptions that this store has, with the present
 * secret. Not undone: a subscription more does no harm.
 * @throws MedusaError NOT_ALLOWED with cause and next step
 */
export const subscribeWalmartWebhooksStep = createStep(
  "subscribe-walmart-webhooks",
  async ({ account_id }: WebhookStepInput, { container }) => {
    try {
      const wanted = await wantedEvents(walmartOf(container), account_id)
      const known = await wanted.client.webhooks.list()
      const renewed = await subscribe(wanted, known, wanted.order)
      for (const one of wanted.returns) await subscribeIfAllowed(container, wanted, known, one)
      return new StepResponse({ renewed })
    } catch (error) {
      throw callFailed(error)
    }
  }
)

/** @returns whether there was a subscription to renew */
async function subscribe(
  { client }: WantedEvents,
  known: Subscription[],
  order: SubscriptionOrder
): Promise<boolean> {
  const own = ownSubscription(known, order)
  if (own) await client.webhooks.renew(own.id, order)
  else await client.webhooks.create(order)
  return own !== null
}

/** A key may have no access to returns; they are polled then. */
async function subscribeIfAllowed(
  container: MedusaContainer,
  wanted: WantedEvents,
  known: Subscription[],
  order: SubscriptionOrder
): Promise<void> {
  try {
    await subscribe(wanted, known, order)
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(logLine(`Walmart: no events ${order.eventType}; returns are polled`, error))
  }
}

/** How a sample went. */
export interface WebhookCheck {
  /** Why it did not arrive; null when it did. */
  problem: Phrase[] | null
}

/**
 * Has Walmart deliver a sample to this store. A failure is an answer, not an error.
 * @throws MedusaError NOT_ALLOWED when nothing can be delivered at all
 */
export const checkWalmartWebhooksStep = createStep(
  "check-walmart-webhooks",
  async ({ account_id }: WebhookStepInput, { container }) => {
    try {
      const { client, order } = await wantedEvents(walmartOf(container), account_id)
      await client.webhooks.check(order)
      return new StepResponse<WebhookCheck>({ problem: null })
    } catch (error) {
      if (!(error instanceof WalmartError)) throw error
      const { message, remedy } = say("webhook_check", {}).words
      const problem = [...message, ...wordsOf(explain(error)).message, ...remedy]
      return new StepResponse<WebhookCheck>({ problem })
    }
  }
)

/** A subscription to end. */
export interface UnsubscribeStepInput extends WebhookStepInput {
  subscription_id: string
}

/**
 * Ends a subscription; polling does the work alone then. Not undone: who wants it again subscribes again.
 * @throws MedusaError NOT_FOUND when there is none, NOT_ALLOWED for another cause, each with the next step
 */
export const unsubscribeWalmartWebhookStep = createStep(
  "unsubscribe-walmart-webhook",
  async ({ account_id, subscription_id }: UnsubscribeStepInput, { container }) => {
    const { webhooks } = walmartOf(container).client(account_id)
    try {
      await webhooks.remove(subscription_id)
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw callFailed(error)
      throw notFound(phrases("subscription_unknown", { id: subscription_id.slice(0, 100) }))
    }
    return new StepResponse({ id: subscription_id })
  }
)
