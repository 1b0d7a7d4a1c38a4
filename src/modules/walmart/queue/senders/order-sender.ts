import type { CallRecord } from "../../../../walmart/api/errors/errors"
import type { Order } from "../../../../walmart/orders/order"
import { isBehind } from "../../../../walmart/updates/behind"
import { kindOf } from "../../../../walmart/updates/kinds"
import type {
  CallLimits,
  NextAction,
  NextCall,
} from "../../../../walmart/updates/model/next-action"
import { type KnownUpdate, PAYLOAD_VERSION } from "../../../../walmart/updates/model/update"
import { headOf, nextAction, safeNextAction } from "../../../../walmart/updates/next-call"
import { type Classification, classify, explain } from "../../../../walmart/updates/outcome"
import { arrivedAnyway } from "../../../../walmart/updates/taken-back"
import { discardCall, finishCall, hasUnshownYes } from "../attempt-sql"
import type { ReadStart } from "../../orders/order-sql"
import type { Claim } from "../claim-sql"
import { readReturnsOf } from "../returns/read-returns"
import { type FinishedUpdate, loadSendStart, loadUpdates } from "../update-sql"
import { countBesideReturns, mayBeReturned } from "./beside-returns"
import { callOf, nextLookMs, noteFailedCall } from "./failed-call"
import { MOST_UPDATES, OrderProgress } from "./order-progress"
import type { SenderDeps } from "./sender"
import { begin, sending, type Sent } from "./sending"
import {
  CONTINUE,
  ended,
  FOREIGN_VERSION,
  hasProgressed,
  NEVER_SHOWN,
  notShown,
  shownOld,
  stop,
  type StepResult,
  SUCCESS,
} from "./step-result"

/** Most calls for one order before it goes back in the queue, so that no order keeps the sender for itself. */
const MAX_CALLS = 20

/**
 * Sends everything that waits for one claimed order: read the Walmart order, compare, send the difference, settle by what
 * Walmart then shows.
 * @returns the updates that were finished
 */
export async function sendForOrder(deps: SenderDeps, owned: Claim): Promise<FinishedUpdate[]> {
  return sending(deps, owned, () => new OrderSending(deps, owned).run())
}

/** A call that was written down before it was made. */
type MadeCall = NextCall & { id: string }

class OrderSending extends OrderProgress {
  private hasReadReturns = false

  async run(): Promise<Sent> {
    let result: StepResult = CONTINUE
    for (let calls = 0; calls < MAX_CALLS && result.next === "continue"; calls++)
      result = await this.step()
    return {
      finished: this.finished,
      release: result.next === "stop" ? result.release : SUCCESS,
    }
  }

  private async step(): Promise<StepResult> {
    const { updates, ...start } = await loadSendStart(this.deps.db, this.owned.subjectId)
    const head = headOf(updates)
    if (head.length === 0) return this.settleTakenBack(updates, start)
    const foreign = head.find(({ payloadVersion }) => payloadVersion !== PAYLOAD_VERSION)
    if (foreign) return this.escalate(foreign.id, FOREIGN_VERSION)
    if (!this.order && this.deps.isStopping()) return this.stopped()
    const order = await this.read(start)
    if ("next" in order) return order
    await this.noteArrived(order, updates, await this.takenBack(updates))
    if (await countBesideReturns(this.deps, this.owned, order, updates)) return CONTINUE
    return (await this.readReturns(order, updates)) ?? this.act(order, updates)
  }

  /**
   * Before money that Walmart shows is taken for a refund's, the returns are asked for once. Keys that may not read them, and a search
   * that Walmart refuses, hold nothing up; while Walmart is away, the refund waits.
   */
  private async readReturns(order: Order, updates: KnownUpdate[]): Promise<StepResult | null> {
    if (this.hasReadReturns || !mayBeReturned(this.deps, order, updates)) return null
    if (this.deps.isStopping()) return this.stopped()
    const source = { ...this.deps, accountId: this.owned.accountId }
    try {
      await readReturnsOf(this.deps.db, source, order.customerOrderId)
    } catch (error) {
      if (classify(error).outcome !== "refused") return this.failedRead(error)
    }
    this.hasReadReturns = true
    return CONTINUE
  }

  /** What is queued meanwhile makes the queue due at once when it is given back, so that nothing is loaded to learn of it. */
  private after(settled: string[], updates: KnownUpdate[]): StepResult {
    const left = updates.filter(({ id }) => !settled.includes(id))
    const isDone = headOf(left).length === 0 && !this.owned.wasInDoubt
    return isDone ? stop(SUCCESS) : CONTINUE
  }

  /** Nothing waits, but an update that was taken back while in doubt may have arrived: two reads decide. */
  private async settleTakenBack(updates: KnownUpdate[], start: ReadStart): Promise<StepResult> {
    const asked = await this.takenBack(updates)
    if (asked.length === 0) return stop(SUCCESS)
    if (!this.order && this.deps.isStopping()) return this.stopped()
    const order = await this.read(start)
    if ("next" in order) return order
    await this.noteArrived(order, updates, asked)
    return (await this.doubt()) ?? stop(SUCCESS)
  }

  private async noteArrived(order: Order, updates: KnownUpdate[], asked: KnownUpdate[]) {
    const arrived = arrivedAnyway(order, updates, asked, this.limits())
    if (arrived.length > 0) await this.sent(arrived)
  }

  private async act(order: Order, updates: KnownUpdate[]): Promise<StepResult> {
    const limits = this.limits()
    const step = safeNextAction(order, updates, limits)
    if (step.done.length > 0) await this.sent(step.done)
    if (step.moot.length > 0) await this.moot(step.moot)
    if (step.call && this.deps.isStopping()) return this.stopped()
    if (step.call) {
      const waits = (await this.doubt()) ?? (await this.unshown(step.call))
      return waits ?? this.call(order, step.call, updates, limits)
    }
    if (step.attention) return this.attend(step.attention, isBehind(order, updates))
    return this.after([...step.done, ...step.moot], updates)
  }

  /**
   * A yes that two reads do not show is not repeated, because Walmart may only be slow to show it: it is read again, and after a while
   * a person is asked. Once they have decided its series of failures is over, and it is sent.
   */
  private async unshown({ updateIds }: NextCall): Promise<StepResult | null> {
    if (this.owned.attempts === 0) return null
    if (!(await hasUnshownYes(this.deps.db, this.owned, updateIds))) return null
    const delayMs = await nextLookMs(this.deps, this.owned)
    if (delayMs === null) return this.escalate(updateIds[0], NEVER_SHOWN)
    return notShown(delayMs, this.refusals)
  }

  /** What a read forbids that is older than what Walmart has shown is believed once it stays so. */
  private async attend(
    { id, attention }: NonNullable<NextAction["attention"]>,
    isOld: boolean
  ): Promise<StepResult> {
    const { settleMs, refusedAttempts } = this.deps.options
    if (!isOld || ++this.refusals >= refusedAttempts) return this.escalate(id, attention)
    return shownOld(this.owned, settleMs, this.refusals)
  }

  private async call(
    { purchaseOrderId: po }: Order,
    call: NextCall,
    updates: KnownUpdate[],
    limits: CallLimits
  ): Promise<StepResult> {
    const { db, options } = this.deps
    const begun = await begin(this.deps, this.owned, call)
    if (begun === null) return this.stopped()
    const attempt = { ...call, id: begun.id }
    if (this.deps.isStopping()) {
      await discardCall(db, attempt.id)
      return this.stopped()
    }
    try {
      const result = await this.write(po, call, begun.startBy)
      await this.deps.failpoint("call_answered")
      const after = nextAction(result.order, updates, limits)
      const isShown = hasProgressed(after, call)
      const outcome = ended(isShown, result.call)
      await finishCall(db, attempt.id, outcome)
      this.tell(attempt, outcome.outcome, result.call)
      await this.keep(result.order, begun.begunAt)
      // Also what is no longer wanted since the call began: it has arrived, and the record must say so.
      if (after.done.length > 0) await this.sent(after.done)
      return isShown ? this.after(after.done, updates) : notShown(options.settleMs, this.refusals)
    } catch (error) {
      return this.failedWrite(error, attempt)
    }
  }

  private async write(po: string, { kind, body }: NextCall, startBy: number) {
    return kindOf({ kind }).send(this.deps.client, po, body, startBy)
  }

  private tell(made: MadeCall, outcome: string, record: CallRecord | null): void {
    const { subjectId: orderId } = this.owned
    const { id: attemptId, updateIds } = made
    const { status: httpStatus = null, correlationId = null } = record ?? {}
    this.deps.onCall?.({ orderId, updateIds, attemptId, outcome, httpStatus, correlationId })
  }

  private async failedWrite(error: unknown, call: MadeCall): Promise<StepResult> {
    const { failure, call: record } = await noteFailedCall(this.deps, call.id, error)
    this.tell(call, failure.outcome, record)
    if (failure.outcome === "refused") return this.refused(error, failure, call)
    return this.later(failure, record, failure.outcome === "unknown")
  }

  /** Only the order's state explains why Walmart refused (docs/walmart-api.md, "Errors"), so it is read again before anything is decided. */
  private async refused(
    error: unknown,
    failure: Classification,
    call: NextCall
  ): Promise<StepResult> {
    this.order = null
    const { db } = this.deps
    const order = await this.read(await loadSendStart(db, this.owned.subjectId))
    if ("next" in order) return order
    const updates = await loadUpdates(db, this.owned.subjectId)
    const after = nextAction(order, updates, {
      ...this.limits(),
      maxLines: Infinity,
      maxUpdates: MOST_UPDATES,
    })
    const isSettled = after.done.length + after.moot.length > 0
    if (isSettled || (after.attention && !after.call)) return CONTINUE
    if (call.updateIds.length > 1) {
      this.maxUpdates = 1
      return CONTINUE
    }
    this.refusals++
    if (this.refusals < this.deps.options.refusedAttempts) {
      return this.later(failure, callOf(error), false)
    }
    return this.escalate(call.updateIds[0], explain(error))
  }
}
