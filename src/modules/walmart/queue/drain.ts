import type { Logger } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { byUrgency, KINDS } from "../../../walmart/updates/kinds"
import { endpointOf } from "../../../walmart/updates/next-call"
import type { UpdateKind } from "../../../walmart/updates/model/update"
import { noteSent } from "../accounts/account-sql"
import { patienceMsOf } from "../accounts/clients"
import { logLine } from "../common/failure"
import { type Claim, claim } from "./mailbox-sql"
import type { WalmartOptions } from "../config/options"
import { closedEndpoints } from "../rate-limits/rate-limit-sql"
import { sendForOrder } from "./sender"
import type { SenderDeps } from "./sender-deps"
import type { SettledUpdate } from "./update-sql"

/** What one round of sending did. */
export interface DrainResult {
  /** Updates that were sent, or handed to a person. */
  settled: SettledUpdate[]
  /** Orders that were claimed; 0 means nothing is due. */
  claimed: number
}

/** Which mailboxes a round may claim. */
export interface DrainRequest {
  /** Only this order, for a nudge. */
  walmartOrderId?: string
  /** Time after which no further order is claimed, in milliseconds. */
  maxMs?: number
}

const BY_URGENCY = byUrgency(KINDS)

/**
 * The kinds as a lane prefers them. Each has a limit of its own at Walmart, so the lanes begin with different ones: else a
 * backlog of one kind would have every lane wait for its limit, and the others would stand still behind it.
 */
function startingWith(lane: number): UpdateKind[] {
  const first = lane % BY_URGENCY.length
  return [...BY_URGENCY.slice(first), ...BY_URGENCY.slice(0, first)]
}

const ROUND_MS = 10_000

/** What is logged of a failure beside something that was settled and has to be told. */
const BESIDE = "Walmart: a part of a round of sending failed"

/** One of the claims that a round makes at the same time: until when, in epoch milliseconds, and which kinds first. */
interface Lane {
  until: number
  kinds: UpdateKind[]
}

/** What a round of sending for one account needs. */
export interface DrainDeps {
  accountId: string
  logger: Pick<Logger, "error">
  sender: SenderDeps & { options: WalmartOptions }
}

/** One round for one account: several lanes, each of which claims and sends for one order after the other while there are any. */
export async function drainAccount(deps: DrainDeps, request: DrainRequest): Promise<DrainResult> {
  const { sender } = deps
  const until = sender.now() + (request.maxMs ?? ROUND_MS)
  const count = request.walmartOrderId ? 1 : sender.options.concurrency
  const lanes = Array.from({ length: count }, (_, lane) =>
    drainLane(deps, request, { until, kinds: startingWith(lane) })
  )
  const result = await together(lanes, deps.logger)
  if (result.settled.some(({ status }) => status === "sent")) await noteSuccess(deps)
  return result
}

/** What was sent must be told, whether it can be noted on the account or not; the next success notes it too. */
async function noteSuccess({ accountId, sender, logger }: DrainDeps): Promise<void> {
  await noteSent(sender.db, accountId).catch((error: unknown) =>
    logger.error(logLine(`Walmart: success is not noted for account ${accountId}`, error))
  )
}

async function drainLane(deps: DrainDeps, request: DrainRequest, { until, kinds }: Lane) {
  const { sender, logger } = deps
  const result: DrainResult = { settled: [], claimed: 0 }
  try {
    while (!sender.isStopping() && sender.now() < until) {
      const owned = await claimOne(deps, request, kinds)
      if (!owned) break
      result.claimed++
      result.settled.push(...(await sendFor(deps, owned)))
    }
  } catch (error) {
    if (result.settled.length === 0) throw error
    logger.error(logLine(BESIDE, error))
  }
  return result
}

async function claimOne(
  { accountId, sender }: DrainDeps,
  request: DrainRequest,
  kinds: UpdateKind[]
) {
  const { db, options } = sender
  const [owned] = await claim(db, {
    accountId,
    kinds: await openKinds(db, accountId, options, kinds),
    limit: 1,
    leaseMs: options.leaseMs,
    walmartOrderId: request.walmartOrderId,
  })
  return owned
}

/** An order that cannot be sent for stops no other. */
async function sendFor({ sender, logger }: DrainDeps, owned: Claim): Promise<SettledUpdate[]> {
  try {
    return await sendForOrder(sender, owned)
  } catch (error) {
    logger.error(logLine(`Walmart: sending for ${owned.walmartOrderId} failed`, error))
    return []
  }
}

/** Those of the kinds whose endpoint takes calls now; the others stay due, in their order. */
export async function openKinds(
  db: Knex,
  accountId: string,
  options: WalmartOptions,
  kinds = BY_URGENCY
): Promise<UpdateKind[]> {
  const closed = await closedEndpoints(db, accountId, patienceMsOf(options))
  if (closed.includes("orders.get")) return []
  return kinds.filter((kind) => !closed.includes(endpointOf(kind)))
}

/**
 * What rounds did that ran at the same time, when all of them have ended, also those beside a failure: nothing may go on sending
 * behind a round that has ended. What was settled has to be told, so a failure beside it is only logged.
 * @throws the first failure when nothing was settled
 */
export async function together(
  rounds: Promise<DrainResult>[],
  logger: DrainDeps["logger"]
): Promise<DrainResult> {
  const ended = await Promise.allSettled(rounds)
  const results = ended.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
  const failures: unknown[] = ended.flatMap((one) =>
    one.status === "rejected" ? [one.reason] : []
  )
  const settled = results.flatMap((result) => result.settled)
  if (failures.length > 0 && settled.length === 0) throw failures[0]
  for (const failure of failures) {
    logger.error(logLine(BESIDE, failure))
  }
  return { settled, claimed: results.reduce((sum, { claimed }) => sum + claimed, 0) }
}
