import { generateEntityId } from "@medusajs/framework/utils"
import { type CallRecord, RefusedError, WalmartError } from "../../../walmart/api/errors/errors"
import { kindSentTo } from "../../../walmart/updates/kinds"
import { headOf, nextStep, safeNextStep } from "../../../walmart/updates/next-call"
import { arrivedAnyway, takenBack } from "../../../walmart/updates/taken-back"
import type { CallLimits, NextCall } from "../../../walmart/updates/model/next-step"
import type { Order } from "../../../walmart/orders/order"
import {
  type Classification,
  classify,
  explain,
  nextDelayMs,
} from "../../../walmart/updates/outcome"
import {
  type Attention,
  type KnownUpdate,
  PAYLOAD_VERSION,
} from "../../../walmart/updates/model/update"
import {
  beginCall,
  discardCall,
  finishCall,
  forgetStartedCalls,
  takenBackInDoubt,
  waitForSecondRead,
} from "./attempt-sql"
import { type Claim, failingForMs, release } from "./mailbox-sql"
import {
  CONTINUE,
  ended,
  FOREIGN_VERSION,
  GIVEN_UP,
  hasProgressed,
  LOST,
  MOOT,
  notShown,
  stop,
  SUCCESS,
  type Turn,
  unexpected,
  unseen,
  unsent,
} from "./turn"
import { loadUpdates, markAttention, markMoot, markSent, type SettledUpdate } from "./update-sql"
import { databaseNow, purchaseOrderIdOf, saveOrder } from "../orders/order-sql"
import { doubtTimes, type SenderDeps } from "./sender-deps"

/** Most calls for one order before it goes back in the queue, so that no order keeps the sender for itself. */
const MAX_CALLS = 20

/**
 * Sends everything that waits for one claimed order: read the Walmart order, compare, send the difference, settle by what
 * Walmart then shows. Gives the mailbox back in every case, except when the process dies or the lease is lost.
 * @returns the updates that were settled
 */
export async function sendForOrder(deps: SenderDeps, owned: Claim): Promise<SettledUpdate[]> {
  await deps.reached("claimed")
  try {
    if (owned.wasAmbiguous) await forgetStartedCalls(deps.db, owned, doubtTimes(deps))
    return await new Sending(deps, owned).run()
  } catch (error) {
    await release(deps.db, owned, unexpected(owned, deps.options.settleMs))
    throw error
  }
}

class Sending {
  private readonly settled: SettledUpdate[] = []
  private maxUpdates = 50
  private refusals: number
  private order: Order | null = null

  constructor(
    private readonly deps: SenderDeps,
    private readonly owned: Claim
  ) {
    this.refusals = owned.refusals
  }

  async run(): Promise<SettledUpdate[]> {
    let turn: Turn = CONTINUE
    for (let calls = 0; calls < MAX_CALLS && turn.next === "continue"; calls++)
      turn = await this.turn()
    await release(this.deps.db, this.owned, turn.next === "stop" ? turn.release : SUCCESS)
    return this.settled
  }

  private async turn(): Promise<Turn> {
    const updates = await loadUpdates(this.deps.db, this.owned.walmartOrderId)
    const head = headOf(updates)
    if (head.length === 0) return this.settleTakenBack(updates)
    const foreign = head.find(({ payloadVersion }) => payloadVersion !== PAYLOAD_VERSION)
    if (foreign) return this.hand(foreign.id, FOREIGN_VERSION)
    if (!this.order && this.deps.isStopping()) return this.stopped()
    const order = await this.read()
    if ("next" in order) return order
    await this.noteArrived(order, updates, await this.takenBack(updates))
    return this.act(order, updates)
  }

  /** Nothing waits; but what was taken back while nobody knew whether it had arrived is looked for, in two reads. */
  private async settleTakenBack(updates: KnownUpdate[]): Promise<Turn> {
    const asked = await this.takenBack(updates)
    if (asked.length === 0) return stop(SUCCESS)
    if (!this.order && this.deps.isStopping()) return this.stopped()
    const order = await this.read()
    if ("next" in order) return order
    await this.noteArrived(order, updates, asked)
    return (await this.doubt()) ?? stop(SUCCESS)
  }

  private async takenBack(updates: KnownUpdate[]): Promise<KnownUpdate[]> {
    if (!this.owned.wasAmbiguous) return []
    return takenBack(updates, await takenBackInDoubt(this.deps.db, this.owned))
  }

  private async noteArrived(order: Order, updates: KnownUpdate[], asked: KnownUpdate[]) {
    const arrived = arrivedAnyway(order, updates, asked, this.limits())
    if (arrived.length > 0) await this.sent(arrived)
  }

  private limits(): CallLimits {
    return {
      now: this.deps.now(),
      maxLines: this.deps.market.maxLinesPerWrite,
      maxUpdates: this.maxUpdates,
    }
  }

  /** The order as Walmart shows it now; a write's answer counts as a read. */
  private async read(): Promise<Order | Turn> {
    if (this.order) return this.order
    const { db, client } = this.deps
    const readAt = await databaseNow(db)
    try {
      const order = await client.getOrder(await purchaseOrderIdOf(db, this.owned.walmartOrderId))
      await this.keep(order, readAt)
      await this.deps.reached("order_read")
      return order
    } catch (error) {
      return this.failedRead(error)
    }
  }

  private async keep(order: Order, readAt: Date): Promise<void> {
    const { db, market } = this.deps
    await saveOrder(db, { accountId: this.owned.accountId, order, market, readAt })
    this.order = order
  }

  private async act(order: Order, updates: KnownUpdate[]): Promise<Turn> {
    const limits = this.limits()
    const step = safeNextStep(order, updates, limits)
    if (step.done.length > 0) await this.sent(step.done)
    if (step.moot.length > 0) await this.moot(step.moot)
    if (step.call && this.deps.isStopping()) return this.stopped()
    if (step.call) return (await this.doubt()) ?? this.call(order, step.call, updates, limits)
    if (step.attention) return this.hand(step.attention.id, step.attention.attention)
    return CONTINUE
  }

  private stopped(): Turn {
    const hasSent = this.settled.some(({ status }) => status === "sent")
    return stop(unsent(this.owned, this.refusals, hasSent))
  }

  /** What would be sent may be there already, and this read too old to show it: a second one tells. */
  private async doubt(): Promise<Turn | null> {
    const delayMs = await waitForSecondRead(this.deps.db, this.owned, doubtTimes(this.deps))
    return delayMs === null ? null : unseen(delayMs, this.refusals)
  }

  private async sent(ids: string[]): Promise<void> {
    this.settled.push(...(await markSent(this.deps.db, this.owned, ids)))
    this.refusals = 0
    this.maxUpdates = 50
    await this.deps.reached("updates_settled")
  }

  private async moot(ids: string[]): Promise<void> {
    this.settled.push(...(await markMoot(this.deps.db, this.owned, ids, MOOT)))
  }

  /** Hands an update to a person; after a doubtful call the mailbox stays closed to everybody for the settle time. */
  private async hand(id: string, attention: Attention, ambiguous = false): Promise<Turn> {
    this.settled.push(...(await markAttention(this.deps.db, this.owned, id, attention)))
    const error = { code: attention.code, message: attention.message, correlationId: null }
    const delayMs = ambiguous ? this.deps.options.settleMs : 0
    return stop({ ...SUCCESS, delayMs, ambiguous, error })
  }

  private async call(
    { purchaseOrderId: po }: Order,
    call: NextCall,
    updates: KnownUpdate[],
    limits: CallLimits
  ): Promise<Turn> {
    const { db, options } = this.deps
    const attempt = { ...call, id: generateEntityId("", "wma") }
    // From before the lease is renewed: a process that stood still meanwhile must not send under a lease that has ended.
    const startBy = this.deps.now() + options.leaseMarginMs
    if (!(await beginCall(db, this.owned, attempt, options.leaseMs))) return LOST
    await this.deps.reached("call_begun")
    if (this.deps.isStopping()) {
      await discardCall(db, attempt.id)
      return this.stopped()
    }
    const readAt = await databaseNow(db)
    try {
      const result = await this.write(po, call, startBy)
      await this.deps.reached("call_answered")
      const after = nextStep(result.order, updates, limits)
      const isShown = hasProgressed(after, call)
      await finishCall(db, attempt.id, ended(isShown, result.call))
      await this.keep(result.order, readAt)
      // Also what is no longer wanted since the call began: it has arrived, and the record must say so.
      if (after.done.length > 0) await this.sent(after.done)
      return isShown ? CONTINUE : notShown(options.settleMs, this.refusals)
    } catch (error) {
      return this.failedWrite(error, attempt.id, call)
    }
  }

  private async write(po: string, { endpoint, body }: NextCall, startBy: number) {
    return kindSentTo(endpoint).send(this.deps.client, po, body, startBy)
  }

  private async failedRead(error: unknown): Promise<Turn> {
    const failure = classify(error)
    if (failure.holdsAccount) await this.deps.onAccountTrouble(failure)
    if (failure.outcome === "refused" && this.isFinalRefusal(error)) {
      return this.handHead(explain(error))
    }
    const known = this.owned.wasAmbiguous
    return this.later({ ...failure, outcome: "not_applied" }, callOf(error), known)
  }

  /** A plain 400 to a read can be an outage too (docs/walmart-api.md, "Outages"); a missing or unreadable order stays what it is. */
  private isFinalRefusal(error: unknown): boolean {
    if (!(error instanceof RefusedError)) return true
    this.refusals++
    return this.refusals >= this.deps.options.refusedAttempts
  }

  private async failedWrite(error: unknown, attemptId: string, call: NextCall): Promise<Turn> {
    const failure = classify(error)
    const record = callOf(error)
    const held = failure.outcome === "throttled" && record?.status === null
    if (held) await discardCall(this.deps.db, attemptId)
    else {
      const { outcome } = failure
      await finishCall(this.deps.db, attemptId, { outcome, call: record, error: failure })
    }
    if (failure.holdsAccount) await this.deps.onAccountTrouble(failure)
    if (failure.outcome === "refused") return this.refused(error, failure, call)
    return this.later(failure, record, failure.outcome === "unknown")
  }

  /** Only the order's state tells why Walmart refused (docs/walmart-api.md, "Errors"), so it is read again before anything is decided. */
  private async refused(error: unknown, failure: Classification, call: NextCall): Promise<Turn> {
    this.order = null
    const order = await this.read()
    if ("next" in order) return order
    const updates = await loadUpdates(this.deps.db, this.owned.walmartOrderId)
    const after = nextStep(order, updates, {
      now: this.deps.now(),
      maxLines: Infinity,
      maxUpdates: 50,
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
    return this.hand(call.updateIds[0], explain(error))
  }

  private async handHead(attention: Attention, ambiguous = false): Promise<Turn> {
    const [first] = headOf(await loadUpdates(this.deps.db, this.owned.walmartOrderId))
    return first ? this.hand(first.id, attention, ambiguous) : stop(SUCCESS)
  }

  /** Tries again later, or hands the update to a person when the failing has lasted too long. */
  private async later(
    failure: Classification,
    call: CallRecord | null,
    ambiguous: boolean
  ): Promise<Turn> {
    const { db, options, random } = this.deps
    const age = await failingForMs(db, this.owned.walmartOrderId)
    if (failure.counts !== "none" && age > options.giveUpAfterMs) {
      return this.handHead({ ...failure, nextStep: GIVEN_UP }, ambiguous)
    }
    const attempts = this.owned.attempts + 1
    const backOff = failure.waitMs ?? nextDelayMs({ attempts, random })
    return stop({
      delayMs: failure.outcome === "unknown" ? Math.max(options.settleMs, backOff) : backOff,
      ambiguous,
      counts: failure.counts,
      refusals: this.refusals,
      error: { ...failure, correlationId: call?.correlationId ?? null },
    })
  }
}

function callOf(error: unknown): CallRecord | null {
  return error instanceof WalmartError ? error.facts : null
}
