import type { Logger } from "@medusajs/framework/types"
import type { UpdateKind } from "../../../../walmart/updates/model/update"
import { noteSent } from "../../accounts/account-sql"
import { logLine } from "../../common/failure"
import { traced } from "../../common/tracing"
import { FEED_KIND, FEED_STATUS_KIND, RETURN_KIND, STOCK_KIND } from "../../common/subject"
import type { Claim } from "../claim-sql"
import type { WalmartOptions } from "../../config/options"
import { MOST_FIGURES } from "../../../../walmart/inventory/feed-rules"
import { gatherFeeds } from "../feeds/gather-sql"
import type { ReadStock } from "../stock/reading"
import { SENDERS } from "../senders/senders"
import type { SenderDeps } from "../senders/sender"
import type { FinishedUpdate } from "../update-sql"
import { BY_URGENCY, Claims, type QueueKind } from "./claims"

/** What one send run did. */
export interface SendResult {
  /** Updates that were sent, or handed to a person. */
  finished: FinishedUpdate[]
  /** Subjects that were claimed; 0 means nothing is due. */
  claimed: number
}

/** Which queues a run may claim. */
export interface SendRequest {
  /** Only this subject, for a wake-up. */
  subjectId?: string
  /** Reads the store's figures; without it no stock is claimed. */
  readStock?: ReadStock
  /** Time after which nothing further is claimed, in milliseconds. */
  maxMs?: number
}

/**
 * The kinds as a worker prefers them. Each has a limit of its own at Walmart, so the workers begin with different ones: else a
 * backlog of one kind would have every worker wait for its limit, and the others would stand still behind it.
 */
function startingWith(worker: number): UpdateKind[] {
  const first = worker % BY_URGENCY.length
  return [...BY_URGENCY.slice(first), ...BY_URGENCY.slice(0, first)]
}

const RUN_MS = 10_000

/** What is logged of a failure when other results have to be published. */
const BESIDE = "Walmart: a part of a send run failed"

/** One of the claims that a run makes at the same time: until when, in epoch milliseconds, and which kinds first. */
interface Worker {
  until: number
  kinds: UpdateKind[]
}

/** What a send run for one account needs. */
export interface SendRunDeps {
  accountId: string
  /** Figures that wait at one ship node from which on they go as a feed. */
  stockFeedFrom: number
  /** Dry run as the options have it. */
  dryRun: boolean
  logger: Pick<Logger, "error">
  sender: SenderDeps & { options: WalmartOptions }
}

/** One run for one account: several workers, each of which claims and sends for one order after the other while there are any. */
export async function runWorkers(deps: SendRunDeps, request: SendRequest): Promise<SendResult> {
  const { sender } = deps
  await gather(deps, request)
  const until = sender.now() + (request.maxMs ?? RUN_MS)
  const count = request.subjectId ? 1 : sender.options.concurrency
  const said = { yes: false }
  const onApplied = () => void (said.yes = true)
  const heard = { ...deps, sender: { ...sender, onApplied } }
  const workers = Array.from({ length: count }, (_, worker) =>
    runWorker(heard, request, { until, kinds: startingWith(worker) })
  )
  const result = await together(workers, deps.logger)
  if (said.yes || result.finished.some(({ status }) => status === "sent")) await noteSuccess(deps)
  return result
}

/** A wake-up is about one subject, and stock can wait for the scheduled run. */
async function gather(
  { accountId, stockFeedFrom, sender }: SendRunDeps,
  { subjectId }: SendRequest
): Promise<void> {
  if (subjectId || !sender.readStock) return
  await gatherFeeds(sender.db, { accountId, from: stockFeedFrom, most: MOST_FIGURES })
}

/** Results are published even if the account cannot be noted; the next success notes it too. */
async function noteSuccess({ accountId, sender, logger }: SendRunDeps): Promise<void> {
  await noteSent(sender.db, accountId).catch((error: unknown) =>
    logger.error(logLine(`Walmart: success is not noted for account ${accountId}`, error))
  )
}

async function runWorker(deps: SendRunDeps, request: SendRequest, { until, kinds }: Worker) {
  const { sender, logger } = deps
  const result: SendResult = { finished: [], claimed: 0 }
  const claims = claimsOf(deps, request, kinds)
  try {
    while (!sender.isStopping() && sender.now() < until) {
      const owned = await claims.next()
      if (!owned) break
      result.claimed++
      const finished = await sendFor(deps, owned)
      if (finished.length === 0) claims.askAgain()
      result.finished.push(...finished)
    }
  } catch (error) {
    if (result.finished.length === 0) throw error
    logger.error(logLine(BESIDE, error))
  }
  return result
}

function claimsOf(deps: SendRunDeps, { subjectId, readStock }: SendRequest, kinds: UpdateKind[]) {
  const { accountId, dryRun, sender } = deps
  const { db, options, now } = sender
  // Stock and returns behind everything about orders, whose deadlines are Walmart's.
  const beside: QueueKind[] = readStock
    ? [RETURN_KIND, FEED_STATUS_KIND, FEED_KIND, STOCK_KIND]
    : [RETURN_KIND]
  return new Claims({
    db,
    accountId,
    options,
    dryRun,
    subjectId,
    kinds: [...kinds, ...beside],
    now,
  })
}

/** An order that cannot be sent for stops no other. */
async function sendFor({ sender, logger }: SendRunDeps, owned: Claim): Promise<FinishedUpdate[]> {
  try {
    const attributes = { "walmart.subject": owned.subject, "walmart.subject_id": owned.subjectId }
    return await traced("walmart send", attributes, () => SENDERS[owned.subject](sender, owned))
  } catch (error) {
    logger.error(logLine(`Walmart: sending for ${owned.subjectId} failed`, error))
    return []
  }
}

/**
 * Waits for all concurrent runs, even when one fails, and merges their results: nothing may be sent after a run has ended. Results
 * are published even if another run failed, which is only logged then.
 * @throws the first failure when nothing was finished
 */
export async function together(
  runs: Promise<SendResult>[],
  logger: SendRunDeps["logger"]
): Promise<SendResult> {
  const ended = await Promise.allSettled(runs)
  const results = ended.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
  const failures: unknown[] = ended.flatMap((one) =>
    one.status === "rejected" ? [one.reason] : []
  )
  const finished = results.flatMap((result) => result.finished)
  if (failures.length > 0 && finished.length === 0) throw failures[0]
  for (const failure of failures) {
    logger.error(logLine(BESIDE, failure))
  }
  return { finished, claimed: results.reduce((sum, { claimed }) => sum + claimed, 0) }
}
