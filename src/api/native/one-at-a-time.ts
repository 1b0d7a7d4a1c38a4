import type { MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logLine } from "../../modules/walmart/common/failure"
import { within } from "../../modules/walmart/common/within"
import type { FollowUp } from "./follow-up"
import type { NativeOrder } from "./walmart-order"
import type { Refusal } from "../../modules/walmart/common/refusal"
import { phrases } from "../../walmart/words/phrase"
import { holdOrder } from "../../workflows/shared/hold-order"
import { notAllowed } from "../../workflows/shared/refusals"

/** How long a request waits for the one before it, in seconds. */
const WAIT_SECONDS = 5

/** Longest time an order is held for a request whose answer never goes out, in milliseconds. */
const LONGEST_MS = 60_000

/** What is done while the order is held for a request. */
export interface HeldRequest {
  /** Checks the request and passes it on to its route. */
  proceed: () => Promise<void>
  /** Done once the answer is out, unless it is a refusal. */
  followUp?: FollowUp
}

/**
 * Runs requests that change one Walmart order one after the other: the next one's checks begin when the answer of the one before
 * is out and what has to follow it is done, so that they see what it saved.
 * @throws MedusaError NOT_ALLOWED when the request before takes too long, or what `proceed` throws
 */
export async function oneAtATime(
  scope: MedusaContainer,
  res: MedusaResponse,
  order: NativeOrder,
  { proceed, followUp }: HeldRequest
): Promise<void> {
  const { order_id, purchase_order_id } = order
  const answered = answerOf(res)
  const asked = Date.now()
  const progress = { isHeld: false, isPassed: false }
  const work = async () => {
    progress.isHeld = true
    await proceed()
    progress.isPassed = true
    const isAnswered = await within(LONGEST_MS, answered)
    if (followUp && isAnswered && res.statusCode < 400) await follow(scope, order, followUp)
  }
  try {
    await holdOrder(scope, order_id, WAIT_SECONDS, work)
  } catch (error) {
    if (!progress.isHeld && waitedLong(asked)) throw busy(purchase_order_id)
    if (!progress.isPassed) throw error
    const logger = scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(logLine(`Walmart: order ${purchase_order_id} was not held until its answer`, error))
  }
}

/** A failure takes nothing back: the route's event and the sweep do the same again. */
async function follow(scope: MedusaContainer, order: NativeOrder, followUp: FollowUp) {
  try {
    await followUp(scope, order)
  } catch (error) {
    const logger = scope.resolve(ContainerRegistrationKeys.LOGGER)
    const doing = `what follows a change of order ${order.purchase_order_id} failed`
    logger.error(logLine(`Walmart: ${doing}; the sweep tries again`, error))
  }
}

/** The locking module's error says only in words that a lock is taken; the time it took is clearer. */
function waitedLong(since: number): boolean {
  return Date.now() - since >= WAIT_SECONDS * 1000 - 50
}

/**
 * Resolves when the route answers. Not by the events of the response: a client that hangs up ends the connection while its
 * request is still at work.
 */
function answerOf(res: MedusaResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = res.end.bind(res)
    res.end = ((...args: Parameters<typeof end>) => {
      resolve()
      return end(...args)
    }) as typeof res.end
  })
}

function busy(order: string): Refusal {
  return notAllowed(phrases("order_busy", { order }))
}
