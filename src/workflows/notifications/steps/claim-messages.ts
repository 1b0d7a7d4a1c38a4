import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type { WalmartOptions } from "../../../modules/walmart/config/options"
import {
  claimMessages,
  type MessageClaim,
  type RaisedCause,
} from "../../../modules/walmart/notifications/notification-sql"
import type WalmartModuleService from "../../../modules/walmart/service"
import { dueGroups, type NotificationPolicy } from "../../../walmart/notifications/due-groups"

/** Causes that no table shows. */
export interface ClaimMessagesStepInput {
  raised: RaisedCause[]
}

/** Notes what people are to be notified of, and claims the messages that are due. A claim that is not sent is taken over later. */
export const claimWalmartMessagesStep = createStep(
  "claim-walmart-messages",
  async ({ raised }: ClaimMessagesStepInput, { container }) => {
    const { options } = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    return new StepResponse(await claimMessages(db, { ...claimOf(options), raised }))
  }
)

function claimOf(options: WalmartOptions): Omit<MessageClaim, "raised"> {
  const { deadlineWarningsHours, silentAfterPolls, zeroListingHours } = options.notifications
  const policy = policyOf(options)
  return {
    accountIds: options.accounts.map(({ id }) => id),
    acknowledgeHours: deadlineWarningsHours.acknowledge,
    shipByHours: deadlineWarningsHours.shipBy,
    autoCancelHours: deadlineWarningsHours.autoCancel,
    zeroHours: zeroListingHours,
    silentSeconds: (options.schedules.pollEveryMs * silentAfterPolls) / 1000,
    choose: (groups, now) => dueGroups(groups, policy, now),
  }
}

/** An account's own quiet hours go before the common ones, also when it has none. */
function policyOf({ notifications, accounts }: WalmartOptions): NotificationPolicy {
  const own = new Map(accounts.map(({ id, quietHours }) => [id, quietHours]))
  return {
    ...notifications,
    quietHours: (accountId) => {
      const quietHours = own.get(accountId)
      return (quietHours === undefined ? notifications.quietHours : quietHours) ?? null
    },
  }
}
