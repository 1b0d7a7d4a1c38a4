import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import { logLine } from "../../../modules/walmart/common/failure"
import type { OrderOfMedusa } from "../../../modules/walmart/orders/side-sql"
import type WalmartModuleService from "../../../modules/walmart/service"
import { within } from "../../../modules/walmart/common/within"
import { WalmartError } from "../../../walmart/api/errors/errors"
import { type Phrase, phrase } from "../../../walmart/words/phrase"

/** How long a person waits for Walmart's answer before the last read has to do, in milliseconds. */
const LIMIT_MS = 1_500

/** A Medusa order that is about to be changed. */
export interface ReadNowStepInput {
  order_id: string
}

/** How far what is known of Walmart's side can be trusted. */
export interface ReadNow {
  /** For refusals, with the age of the last read; empty when Walmart was read just now. */
  caveat: Phrase[]
}

const NOT_WALMART: ReadNow = { caveat: [] }

/**
 * Reads the order from Walmart before a person's change of it is saved, so that what Walmart changed a moment ago can still stop
 * the parcel. Walmart may be away or slow: after {@link LIMIT_MS} the last read counts, and a late answer is kept when it comes.
 * Not undone: what Walmart shows is true whatever fails later.
 */
export const readWalmartOrderNowStep = createStep(
  "read-walmart-order-now",
  async ({ order_id }: ReadNowStepInput, { container }) => {
    return new StepResponse(await readOrderNow(container, order_id))
  }
)

/** Reads as {@link readWalmartOrderNowStep} does. */
export async function readOrderNow(container: MedusaContainer, order_id: string): Promise<ReadNow> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const row = await walmart.orderOf(order_id)
  if (!row?.imported_at || !walmart.hasAccount(row.account_id)) return NOT_WALMART
  const outcome = { isRead: false }
  await within(LIMIT_MS, readInto(outcome, container, row))
  return { caveat: outcome.isRead ? [] : caveatOf(row.refreshed_at) }
}

/** Never rejects: when Walmart cannot be read, the last read counts. */
async function readInto(
  outcome: { isRead: boolean },
  container: MedusaContainer,
  { account_id, purchase_order_id, now: readAt }: OrderOfMedusa
): Promise<void> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  try {
    const order = await walmart.readOrder(account_id, purchase_order_id, readAt)
    await walmart.keepRead(account_id, order, readAt)
    outcome.isRead = true
  } catch (error) {
    if (error instanceof WalmartError) return
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(logLine(`Walmart: order ${purchase_order_id} could not be read anew`, error))
  }
}

function caveatOf(readAt: Date | null): Phrase[] {
  const at = readAt?.toISOString() ?? ""
  return [phrase("order_not_read_now", readAt ? "message" : "message_never", { at })]
}
