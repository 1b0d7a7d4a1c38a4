import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { EndpointName } from "../../../../walmart/api/endpoint-limits"
import { byUrgency, KINDS } from "../../../../walmart/updates/kinds"
import type { UpdateKind } from "../../../../walmart/updates/model/update"
import { endpointOf } from "../../../../walmart/updates/next-call"
import { patienceMsOf } from "../../accounts/clients"
import { FEED_KIND, FEED_STATUS_KIND, RETURN_KIND, STOCK_KIND } from "../../common/subject"
import type { WalmartOptions } from "../../config/options"
import { closedEndpoints } from "../../rate-limits/shared-allowance-sql"
import { type Claim, claim } from "../claim-sql"

/** What a queue can wait to send. */
export type QueueKind = UpdateKind | keyof typeof BESIDE_ORDERS

/** What sending calls that is about no order, by kind. */
const BESIDE_ORDERS = {
  [RETURN_KIND]: ["returns.list", "returns.refund"],
  [FEED_STATUS_KIND]: ["feeds.get"],
  [FEED_KIND]: ["feeds"],
  [STOCK_KIND]: ["inventory"],
} as const satisfies Record<string, EndpointName[]>

/** Kinds of updates, the most urgent first. */
export const BY_URGENCY = byUrgency(KINDS)

/** How long an endpoint counts as open without being asked for, in milliseconds. What is claimed for a closed one is only given back. */
const OPEN_FOR_MS = 1_000

/** Whose queues are claimed, and which of them. */
export interface ClaimsDeps {
  db: Knex
  accountId: string
  options: WalmartOptions
  /** Dry run as the options have it. */
  dryRun: boolean
  /** Only this subject. */
  subjectId?: string
  /** What may be claimed, in this order. */
  kinds: readonly QueueKind[]
  /** Epoch milliseconds of this process; only differences decide. */
  now: () => number
}

/** Claims one subject after the other, of the kinds whose endpoints take calls. */
export class Claims {
  private open: QueueKind[] = []
  private askAt = -Infinity

  constructor(private readonly deps: ClaimsDeps) {}

  /** The next subject that is due; undefined when there is none. Which kinds are open is asked for at most once a second. */
  async next(): Promise<Claim | undefined> {
    const { db, accountId, options, dryRun, subjectId, kinds, now } = this.deps
    if (now() >= this.askAt) {
      this.open = await openKinds(db, accountId, options, kinds)
      this.askAt = now() + OPEN_FOR_MS
    }
    const { leaseMs } = options
    const request = { accountId, kinds: this.open, limit: 1, leaseMs, subjectId, dryRun }
    const [owned] = await claim(db, request)
    return owned
  }

  /** One of the kinds may not be open any more, so that the next claim asks. */
  askAgain(): void {
    this.askAt = -Infinity
  }
}

/** Those of the kinds whose endpoint takes calls now; the others stay due, in their order. No order is sent for unread. */
export async function openKinds(
  db: Knex,
  accountId: string,
  options: WalmartOptions,
  kinds: readonly QueueKind[] = BY_URGENCY
): Promise<QueueKind[]> {
  const closed = await closedEndpoints(db, accountId, patienceMsOf(options))
  return kinds.filter((kind) => endpointsOf(kind).every((endpoint) => !closed.includes(endpoint)))
}

/** What sending of a kind calls: reads come first. */
function endpointsOf(kind: QueueKind): readonly EndpointName[] {
  return isBesideOrders(kind) ? BESIDE_ORDERS[kind] : ["orders.get", endpointOf(kind)]
}

function isBesideOrders(kind: QueueKind): kind is keyof typeof BESIDE_ORDERS {
  return kind in BESIDE_ORDERS
}
