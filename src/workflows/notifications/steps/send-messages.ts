import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import { failureOf, oneLine } from "../../../modules/walmart/common/failure"
import {
  type ClaimedMessage,
  noteNotified,
} from "../../../modules/walmart/notifications/notification-sql"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { WalmartNotificationRaised } from "../../../types/notification"
import { channelsOf, type NotificationChannel } from "../../../walmart/notifications/due-groups"
import type { WalmartEvent } from "../../shared/walmart-event"
import { textOf } from "../../../walmart/notifications/message"

/** Messages that this process has claimed. */
export interface SendMessagesStepInput {
  messages: ClaimedMessage[]
}

/**
 * Hands each message to Medusa's Notification module, once per channel and address, and emits it as an event. What fails is
 * logged, and sent again once the hold of its message has ended. What was sent cannot be taken back.
 */
export const sendWalmartMessagesStep = createStep(
  "send-walmart-messages",
  async ({ messages }: SendMessagesStepInput, { container }) => {
    for (const message of messages) await sendMessage(container, message)
    return new StepResponse(undefined)
  }
)

async function sendMessage(container: MedusaContainer, message: ClaimedMessage): Promise<void> {
  const { options } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const data = raisedBy(message)
  if (!message.isRepeated) {
    const event: WalmartEvent = { name: "walmart.notification.raised", data }
    await container.resolve(Modules.EVENT_BUS).emit(event)
  }
  const channels = channelsOf(message.kind, options.notifications)
  const isSent: boolean[] = []
  for (const channel of channels) isSent.push(await isSentOn(container, channel, data))
  if (!isSent.every(Boolean)) return
  await noteNotified(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), message.id)
}

function raisedBy(message: ClaimedMessage): WalmartNotificationRaised {
  const { id, accountId: account_id, kind, count, causes } = message
  return { id, account_id, kind, count, ...textOf(message), causes }
}

/** @returns whether nothing is left to do on the channel; without a provider for it nothing can be done */
async function isSentOn(
  container: MedusaContainer,
  channel: NotificationChannel,
  data: WalmartNotificationRaised
): Promise<boolean> {
  const service = container.resolve(Modules.NOTIFICATION, { allowUnregistered: true })
  if (!service) return isNoProvider(container, channel.channel)
  try {
    await service.createNotifications(channel.to.map((to) => notification(channel, to, data)))
    return true
  } catch (error) {
    const message = messageOf(error)
    if (MISSING_PROVIDER.test(message)) return isNoProvider(container, channel.channel)
    const text = `Walmart: a message by "${channel.channel}" failed and is tried again in a few minutes: ${message}`
    container.resolve(ContainerRegistrationKeys.LOGGER).error(oneLine(text))
    return false
  }
}

/** Medusa's words when no provider has the channel, and when a provider failed; it puts them into a plain Error. */
const MISSING_PROVIDER = /^Could not find a notification provider for channel/
const FAILED_PROVIDER = /^Failed to send notification with id/

/** A provider knows nothing of the buyer, so that what it says may be logged. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ""
  const isOfMedusa = [MISSING_PROVIDER, FAILED_PROVIDER].some((pattern) => pattern.test(message))
  return isOfMedusa ? message : failureOf(error).message
}

/** The key makes Medusa send a message that is sent again only where it failed. */
function notification(
  { channel, template }: NotificationChannel,
  to: string,
  data: WalmartNotificationRaised
) {
  return {
    ...{ to, channel, template, data: { ...data } },
    trigger_type: "walmart.notification.raised",
    resource_id: data.causes.at(0)?.walmart_order_id ?? data.account_id,
    resource_type: data.causes.at(0)?.walmart_order_id ? "walmart_order" : "walmart_account",
    idempotency_key: `${data.id}:${channel}:${to}`,
  }
}

function isNoProvider(container: MedusaContainer, channel: string): true {
  const { newNotes } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const text = `Walmart: the store has no notification provider for the channel "${channel}", so that nobody is notified there. Add one to Medusa's Notification module, or take the channel out of the option notifications.`
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const note of newNotes([text])) logger.warn(oneLine(note))
  return true
}
