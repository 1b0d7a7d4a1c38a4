import type { Logger } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { endpointOf } from "../../walmart/next-call"
import type { UpdateKind } from "../../walmart/update"
import { noteSent } from "./account-sql"
import { patienceMsOf } from "./clients"
import { logLine } from "./failure"
import { claim } from "./mailbox-sql"
import type { WalmartOptions } from "./options"
import { closedEndpoints } from "./rate-limit-sql"
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

/** Cancellations first: an order that must not be shipped is the most urgent news. */
const KINDS: UpdateKind[] = ["cancellation", "acknowledgment", "shipment"]

/**
 * The kinds as a lane prefers them. Each has a limit of its own at Walmart, so the lanes begin with different ones: else a
 * backlog of one kind would have every lane wait for its limit, and the others would stand still behind it.
 */
function startingWith(lane: number): UpdateKind[] {
  const first = lane % KINDS.length
  return [...KINDS.slice(first), ...KINDS.slice(0, first)]
}

const ROUND_MS = 10_000

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
  const { accountId, sender } = deps
  const until = sender.now() + (request.maxMs ?? ROUND_MS)
  const count = request.walmartOrderId ? 1 : sender.options.concurrency
  const lanes = Array.from({ length: count }, (_, lane) =>
    drainLane(deps, request, { until, kinds: startingWith(lane) })
  )
  const result = together(await allEnded(lanes))
  if (result.settled.some(({ status }) => status === "sent")) await noteSent(sender.db, accountId)
  return result
}

async function drainLane(deps: DrainDeps, request: DrainRequest, { until, kinds }: Lane) {
  const { accountId, sender, logger } = deps
  const { options } = sender
  const result: DrainResult = { settled: [], claimed: 0 }
  while (!sender.isStopping() && sender.now() < until) {
    const [owned] = await claim(sender.db, {
      accountId,
      kinds: await openKinds(sender.db, accountId, options, kinds),
      limit: 1,
      leaseMs: options.leaseMs,
      walmartOrderId: request.walmartOrderId,
    })
    if (!owned) return result
    result.claimed++
    try {
      result.settled.push(...(await sendForOrder(sender, owned)))
    } catch (error) {
      logger.error(logLine(`Walmart: sending for ${owned.walmartOrderId} failed`, error))
    }
  }
  return result
}

/** Those of the kinds whose endpoint takes calls now; the others stay due, in their order. */
export async function openKinds(
  db: Knex,
  accountId: string,
  options: WalmartOptions,
  kinds = KINDS
): Promise<UpdateKind[]> {
  const closed = await closedEndpoints(db, accountId, patienceMsOf(options))
  if (closed.includes("orders.get")) return []
  return kinds.filter((kind) => !closed.includes(endpointOf(kind)))
}

/**
 * Results of work that runs at the same time, when all of it has ended, also that beside a failure: nothing may go on sending
 * behind a round that has ended. @throws the first failure
 */
export async function allEnded<T>(work: Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work)
  return Promise.all(work)
}

/** Several results as one. */
export function together(results: DrainResult[]): DrainResult {
  return {
    settled: results.flatMap(({ settled }) => settled),
    claimed: results.reduce((sum, { claimed }) => sum + claimed, 0),
  }
}
