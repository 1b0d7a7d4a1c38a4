import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { logLine } from "../../../modules/walmart/common/failure"
import type { Webhooks } from "../../../modules/walmart/webhooks/webhooks"
import { isStale, isUntimely, type ReadEvent, readEvent } from "../../../walmart/webhooks/event"

/** What an authentic body came to. */
export interface Received {
  status: 200 | 400
  /** What is to be done now, by the event that says so; null when nothing is. */
  wakes: "walmart.read.due" | "walmart.returns.due" | null
}

/** Keeps what an authentic body says, and counts what is not kept. @param now epoch milliseconds */
export async function receive(
  webhooks: Webhooks,
  accountId: string,
  body: Buffer,
  now: number
): Promise<Received> {
  const read = readEvent(body)
  if (read.kind === "unreadable" || read.kind === "other") {
    webhooks.tally.add(accountId, read.kind)
    return { status: read.kind === "unreadable" ? 400 : 200, wakes: null }
  }
  // Answered with 200, because Walmart would otherwise deliver it again.
  if (isStale(read.event, now, webhooks.windowMs)) {
    webhooks.tally.add(accountId, "stale")
    return { status: 200, wakes: null }
  }
  // Walmart repeats for hours what it could not deliver, so an event of yesterday is taken; it costs one read at most.
  if (isUntimely(read.event, now)) webhooks.tally.add(accountId, "untimely")
  const { isNew, wakes } = await keep(webhooks, accountId, read)
  if (!isNew) webhooks.tally.add(accountId, "repeated")
  return { status: 200, wakes }
}

async function keep(
  webhooks: Webhooks,
  accountId: string,
  read: Extract<ReadEvent, { kind: "order" | "return" }>
): Promise<Pick<Received, "wakes"> & { isNew: boolean }> {
  if (read.kind === "return") {
    const isNew = await webhooks.storeReturn(accountId, read.event)
    return { isNew, wakes: isNew ? "walmart.returns.due" : null }
  }
  const { isNew, isDueNow } = await webhooks.store(accountId, read.event)
  return { isNew, wakes: isDueNow ? "walmart.read.due" : null }
}

/** Wakes whoever reads. Not awaited, since an event bus that has lost its Redis may never answer; the job reads then. */
export function readNow(
  container: MedusaContainer,
  name: NonNullable<Received["wakes"]>,
  account_id: string
): void {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const event = { name, data: { account_id } }
  container
    .resolve(Modules.EVENT_BUS)
    .emit(event)
    .catch((error: unknown) => {
      logger.warn(logLine("Walmart: what a webhook asks for is read at the next tick only", error))
    })
}
