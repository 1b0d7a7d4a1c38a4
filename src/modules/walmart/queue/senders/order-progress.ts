import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CallRecord } from "../../../../walmart/api/errors/errors"
import { RefusedError } from "../../../../walmart/api/errors/errors"
import { presentFor } from "../../../../walmart/api/walmart-clock"
import { zeroingReasons } from "../../../../walmart/markets/markets"
import { zeroedUnits } from "../../../../walmart/mirror/freed-stock"
import type { Order } from "../../../../walmart/orders/order"
import type { CallLimits } from "../../../../walmart/updates/model/next-action"
import type { Attention, KnownUpdate } from "../../../../walmart/updates/model/update"
import { headOf } from "../../../../walmart/updates/next-call"
import { type Classification, classify, explain } from "../../../../walmart/updates/outcome"
import { takenBack, unreadAttention } from "../../../../walmart/updates/taken-back"
import { type ReadStart, saveOrder } from "../../orders/order-sql"
import { refreshUnchanged } from "../../orders/unchanged-sql"
import { noteUnreadError } from "../../orders/unreadable-sql"
import { secondReadDelayMs, takenBackInDoubt } from "../attempt-sql"
import type { Claim } from "../claim-sql"
import { wantCanceledStock } from "../stock/freed-sql"
import {
  type FinishedUpdate,
  loadUpdates,
  markAttention,
  markMoot,
  markSent,
  markUnread,
} from "../update-sql"
import { callOf, givenUp, hasFailedTooLong, retryLater } from "./failed-call"
import { doubtTimes, type SenderDeps } from "./sender"
import { wordsOf } from "../../../../walmart/words/phrase"
import { queueError } from "../release-sql"
import { MOOT, stop, type StepResult, SUCCESS, unseen, unsent } from "./step-result"

/** Most updates in one call, until Walmart refuses such a call. */
export const MOST_UPDATES = 50

/**
 * How far sending for one claimed order has come: Walmart's order as last read, and what became of the updates. Everything here
 * is written down; what to do next is decided by `OrderSending`.
 */
export abstract class OrderProgress {
  protected readonly finished: FinishedUpdate[] = []
  /** One at a time after a refusal of several, so that the right one is blamed. */
  protected maxUpdates = MOST_UPDATES
  protected refusals: number
  /** Null until it is read, and after a refusal. */
  protected order: Order | null = null

  constructor(
    protected readonly deps: SenderDeps,
    protected readonly owned: Claim
  ) {
    this.refusals = owned.refusals
  }

  protected limits(): CallLimits {
    const { client, market } = this.deps
    const { maxLinesPerWrite, acknowledges } = market
    return {
      now: presentFor(this.deps.now(), client.shownNow()),
      maxLines: maxLinesPerWrite,
      maxUpdates: this.maxUpdates,
      acknowledgesLines: acknowledges === "lines",
    }
  }

  /** The order as Walmart shows it now; a write's answer counts as a read. */
  protected async read({ purchaseOrderId, readAt }: ReadStart): Promise<Order | StepResult> {
    if (this.order) return this.order
    try {
      const order = await this.deps.client.getOrder(purchaseOrderId)
      await this.keepRead(order, readAt)
      await this.deps.failpoint("order_read")
      return order
    } catch (error) {
      const { accountId } = this.owned
      await noteUnreadError(this.deps.db, { accountId, purchaseOrderId, readAt }, error)
      return this.failedRead(error)
    }
  }

  /** Most reads show what is known, and write no more than that. */
  private async keepRead(order: Order, readAt: Date): Promise<void> {
    const { accountId } = this.owned
    const { db, market } = this.deps
    const unchanged = await refreshUnchanged(db, { accountId, orders: [order], market, readAt })
    if (unchanged.size === 0) return this.keep(order, readAt)
    this.order = order
  }

  protected async keep(order: Order, readAt: Date): Promise<void> {
    const { db, market } = this.deps
    await saveOrder(db, { accountId: this.owned.accountId, order, market, readAt })
    this.order = order
  }

  /** Nothing more is sent for the order by this owner: the process ends, or the call is not to be made any more. */
  protected stopped(): StepResult {
    const hasSent = this.finished.some(({ status }) => status === "sent")
    return stop(unsent(this.owned, this.refusals, hasSent))
  }

  /** What would be sent may be there already, and this read too old to show it: a second read decides. */
  protected async doubt(): Promise<StepResult | null> {
    const delayMs = await secondReadDelayMs(this.deps.db, this.owned, doubtTimes(this.deps))
    return delayMs === null ? null : unseen(delayMs, this.refusals)
  }

  protected async sent(ids: string[]): Promise<void> {
    const { db, sendsStock, market } = this.deps
    const reasons = zeroingReasons(market)
    const statusesOf = (number: string) =>
      this.order?.lines.find(({ lineNumber }) => lineNumber === number)?.statuses ?? []
    const canceled = {
      ...{ walmartOrderId: this.owned.subjectId, updateIds: ids, zeroingReasons: reasons },
      shownZeroed: (number: string) => zeroedUnits(statusesOf(number), reasons),
    }
    const also = sendsStock ? (trx: Knex) => wantCanceledStock(trx, canceled) : undefined
    this.finished.push(...(await markSent(db, this.owned, ids, also)))
    this.refusals = 0
    this.maxUpdates = MOST_UPDATES
    await this.deps.failpoint("updates_finished")
  }

  protected async moot(ids: string[]): Promise<void> {
    this.finished.push(...(await markMoot(this.deps.db, this.owned, ids, MOOT)))
  }

  /** Leaves an update to a person; after a call in doubt the queue stays closed to everyone for the settle time. */
  protected async escalate(id: string, attention: Attention, inDoubt = false): Promise<StepResult> {
    this.finished.push(...(await markAttention(this.deps.db, this.owned, id, attention)))
    const error = queueError(attention.code, wordsOf(attention).message)
    const delayMs = inDoubt ? this.deps.options.settleMs : 0
    return stop({ ...SUCCESS, delayMs, inDoubt, error })
  }

  protected async failedRead(error: unknown): Promise<StepResult> {
    const failure = classify(error)
    if (failure.holdsAccount) await this.deps.onAccountTrouble(failure)
    if (failure.outcome === "refused" && this.isFinalRefusal(error)) {
      return this.escalateHead(explain(error))
    }
    const known = this.owned.wasInDoubt
    return this.later({ ...failure, outcome: "not_applied" }, callOf(error), known)
  }

  /** A plain 400 to a read can be an outage too (docs/walmart-api.md, "Outages"); a missing or unreadable order stays what it is. */
  protected isFinalRefusal(error: unknown): boolean {
    if (!(error instanceof RefusedError)) return true
    this.refusals++
    return this.refusals >= this.deps.options.refusedAttempts
  }

  protected async escalateHead(attention: Attention, inDoubt = false): Promise<StepResult> {
    const updates = await loadUpdates(this.deps.db, this.owned.subjectId)
    await this.escalateTakenBack(updates, attention)
    const [first] = headOf(updates)
    return first ? this.escalate(first.id, attention, inDoubt) : stop(SUCCESS)
  }

  /** What was taken back while in doubt ends with the doubt, so a person has to look whether it arrived. */
  private async escalateTakenBack(updates: KnownUpdate[], why: Attention): Promise<void> {
    const ids = (await this.takenBack(updates)).map(({ id }) => id)
    if (ids.length === 0) return
    const attention = unreadAttention(why)
    this.finished.push(...(await markUnread(this.deps.db, this.owned, ids, attention)))
  }

  /** Updates that were taken back while a call about them was in doubt. */
  protected async takenBack(updates: KnownUpdate[]): Promise<KnownUpdate[]> {
    if (!this.owned.wasInDoubt) return []
    const { db, options } = this.deps
    return takenBack(updates, await takenBackInDoubt(db, this.owned, options.settleMs))
  }

  /** Tries again later, or escalates when it has failed for too long. */
  protected async later(
    failure: Classification,
    call: CallRecord | null,
    inDoubt: boolean
  ): Promise<StepResult> {
    if (await hasFailedTooLong(this.deps, this.owned, failure)) {
      return this.escalateHead(givenUp(failure, "remedy"), inDoubt)
    }
    const correlationId = call?.correlationId ?? null
    const facts = { inDoubt, refusals: this.refusals, correlationId }
    return stop(retryLater(this.deps, this.owned, failure, facts))
  }
}
