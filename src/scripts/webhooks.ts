import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { oneLine } from "../modules/walmart/common/failure"
import { callFailed } from "../workflows/shared/refusals"
import { walmartOf } from "../workflows/import/store/load-store"
import {
  checkWalmartWebhooksWorkflow,
  subscribeWalmartWebhooksWorkflow,
  unsubscribeWalmartWebhookWorkflow,
} from "../workflows/webhooks/walmart-webhooks"
import { webhookAddress } from "../workflows/webhooks/subscriptions"
import { subscriptionWarning } from "../walmart/webhooks/subscription"
import { english, englishOf } from "../walmart/words/phrase"
import { type WebhookRequest, webhookRequest } from "./lib/webhook-arguments"

/**
 * `medusa exec`: lists, creates, checks or removes an account's subscriptions to Walmart's events.
 * @throws Error that says how to call it; MedusaError with cause and next step when Walmart refuses
 */
export default async function webhooks({ container, args }: ExecArgs): Promise<void> {
  const ids = walmartOf(container).options.accounts.map(({ id }) => id)
  const request = webhookRequest(args, ids)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const line of await DO[request.what](container, request)) logger.info(oneLine(line))
}

type Work = (container: ExecArgs["container"], request: WebhookRequest) => Promise<string[]>

const DO: Record<WebhookRequest["what"], Work> = {
  async list(container, { accountId }) {
    const walmart = walmartOf(container)
    const { url, obstacle } = webhookAddress(walmart, accountId)
    const known = await walmart
      .client(accountId)
      .webhooks.list()
      .catch((error: unknown) => {
        throw callFailed(error)
      })
    const lines = known.map((one) => {
      const { id, eventType, status, eventUrl } = one
      const warning = englishOf(subscriptionWarning(one))
      return [id, eventType, status, eventUrl, warning].filter(Boolean).join("  ")
    })
    const none = known.length === 0 ? ["Walmart has no subscription of this account."] : []
    return [
      `This store's address: ${url}`,
      ...(obstacle ? [english(obstacle)] : []),
      ...none,
      ...lines,
    ]
  },
  async create(container, { accountId: account_id }) {
    const input = { account_id }
    const { result } = await subscribeWalmartWebhooksWorkflow(container).run({ input })
    return [result.renewed ? "The subscription was renewed." : "The account is subscribed."]
  },
  async check(container, { accountId: account_id }) {
    const input = { account_id }
    const { result } = await checkWalmartWebhooksWorkflow(container).run({ input })
    if (result.problem === null) return ["Walmart's sample arrived."]
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, english(result.problem))
  },
  async remove(container, { accountId: account_id, subscriptionId }) {
    const input = { account_id, subscription_id: subscriptionId ?? "" }
    await unsubscribeWalmartWebhookWorkflow(container).run({ input })
    return [`The subscription ${input.subscription_id} was removed.`]
  },
}
