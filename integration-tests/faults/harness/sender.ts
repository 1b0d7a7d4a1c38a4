import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  blockAccount,
  ensureAccounts,
  tickAccounts,
} from "../../../src/modules/walmart/accounts/account-sql"
import { clientFor } from "../../../src/modules/walmart/accounts/clients"
import { openKinds } from "../../../src/modules/walmart/queue/worker/claims"
import { type Claim, claim } from "../../../src/modules/walmart/queue/claim-sql"
import { type FinishedUpdate } from "../../../src/modules/walmart/queue/update-sql"
import type { WalmartOptions } from "../../../src/modules/walmart/config/options"
import { SENDERS } from "../../../src/modules/walmart/queue/senders/senders"
import {
  FEED_KIND,
  FEED_STATUS_KIND,
  RETURN_KIND,
  STOCK_KIND,
} from "../../../src/modules/walmart/common/subject"
import type { SenderDeps } from "../../../src/modules/walmart/queue/senders/sender"
import { marketOf } from "../../../src/walmart/markets/markets"

/** Sending for one account as the module's service does it, without the service: for processes that are killed. */
export interface Sender {
  deps: SenderDeps
  /** Claims up to `limit` subjects, sends nothing. */
  claim(limit?: number): Promise<Claim[]>
  /** Sends for one claimed subject. */
  send(owned: Claim): Promise<FinishedUpdate[]>
  /** One round with `lanes` subjects at a time, until nothing is due. @returns how many were claimed */
  round(lanes?: number): Promise<number>
}

/** Makes a sender on a database; `change` alters what it works with. */
export function createSender(
  db: Knex,
  options: WalmartOptions,
  change: (deps: SenderDeps) => SenderDeps = (deps) => deps
): Sender {
  const [account] = options.accounts
  const deps = change({
    db,
    client: clientFor(db, account, options),
    market: marketOf(account.market),
    options,
    now: Date.now,
    random: () => 0,
    isStopping: () => false,
    onAccountTrouble: (failure) => blockAccount(db, account.id, failure),
    failpoint: () => {},
  })
  const claimDue = async (limit = 1, isStockFirst = false) => {
    const orders = await openKinds(deps.db, account.id, options)
    const returns = await openKinds(deps.db, account.id, options, [RETURN_KIND])
    const wanted = deps.readStock ? ([FEED_STATUS_KIND, FEED_KIND, STOCK_KIND] as const) : []
    const stock = await openKinds(deps.db, account.id, options, wanted)
    const kinds = isStockFirst
      ? [...stock, ...orders, ...returns]
      : [...orders, ...returns, ...stock]
    return claim(deps.db, { accountId: account.id, kinds, limit, leaseMs: options.leaseMs })
  }
  const send = (owned: Claim) => SENDERS[owned.subject](deps, owned)
  const lane = async (isStockFirst: boolean): Promise<number> => {
    let claimed = 0
    for (;;) {
      const [owned] = await claimDue(1, isStockFirst)
      if (!owned) return claimed
      claimed++
      // A fault of one order must not stop the others; the queue keeps what went wrong.
      await send(owned).catch((error: unknown) => report(owned, error))
    }
  }
  return {
    deps,
    claim: (limit) => claimDue(limit),
    send,
    async round(lanes = 3) {
      await ensureAccounts(deps.db, [account])
      if ((await tickAccounts(deps.db, [account])).length === 0) return 0
      // One begins with stock, so that some is sent however many orders wait.
      const firsts = Array.from({ length: lanes }, (_, at) => at > 0 && at === lanes - 1)
      const claimed = await Promise.all(firsts.map(lane))
      return claimed.reduce((sum, count) => sum + count, 0)
    },
  }
}

function report(owned: Claim, error: unknown): void {
  if (process.env.LOG_LEVEL === "debug") console.error(owned.subjectId, error)
}
