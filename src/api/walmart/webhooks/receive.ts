import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { logLine } from "../../../modules/walmart/common/failure"
import type { Webhooks } from "../../../modules/walmart/webhooks/webhooks"
import { isUntimely, readEvent } from "../../../walmart/webhooks/event"

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
  if (read.kind !== "order") {
    webhooks.tally.add(accountId, read.kind)
    if (read.kind === "return") return askForPoll(webhooks)
    return { status: read.kind === "unreadable" ? 400 : 200, wakes: null }
  }
  // Walmart repeats for hours what it could not deliver, so an old event is taken; it costs one read at most.
  if (isUntimely(read.event, now)) webhooks.tally.add(accountId, "untimely")
  const { isNew, isDueNow } = await webhooks.store(accountId, read.event)
  if (!isNew) webhooks.tally.add(accountId, "repeated")
  return { status: 200, wakes: isDueNow ? "walmart.read.due" : null }
}

/** The count is what says that returns are to be polled, so it is written before the answer. */
async function askForPoll({ tally }: Webhooks): Promise<Received> {
  await tally.flush()
  return { status: 200, wakes: "walmart.returns.due" }
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
