import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Clock, createAccessTokens } from "../../../walmart/api/access-token"
import { createWalmartClient, type WalmartClient } from "../../../walmart/api/client"
import { createTransport } from "../../../walmart/api/http"
import { marketOf } from "../../../walmart/markets/markets"
import { watchClock } from "../../../walmart/api/walmart-clock"
import type { AccountOptions, WalmartOptions } from "../config/options"
import { createRateLimiter } from "../rate-limits/shared-allowance-sql"
import { baseUrlOf } from "../config/seller"
import { tracedTransport } from "./traced-transport"

const PATIENCE_MS = 5_000

/** Longest wait in place for a turn of the shared bucket, in milliseconds; never more than half of the lease's slack. */
export function patienceMsOf({ leaseMarginMs }: Pick<WalmartOptions, "leaseMarginMs">): number {
  return Math.min(PATIENCE_MS, leaseMarginMs / 2)
}

/**
 * Makes the client of one account. Makes no call yet.
 * @param clock of this process, epoch milliseconds; only differences on it decide anything
 */
export function clientFor(
  db: Knex,
  account: AccountOptions,
  options: WalmartOptions,
  clock: Clock = Date.now
): WalmartClient {
  const baseUrl = baseUrlOf(account)
  const direct = createTransport({
    baseUrl,
    timeoutMs: options.callTimeoutMs,
    maxBodyBytes: options.maxBodyBytes,
  })
  const { transport, walmartClock } = watchClock(tracedTransport(direct, account.id), clock)
  const limiter = createRateLimiter(db, {
    accountId: account.id,
    limits: options.rateLimits,
    breaker: options.breaker,
    patienceMs: patienceMsOf(options),
    sleep: (ms) => sleep(ms),
  })
  const extraHeaders = { ...marketOf(account.market).headers, ...account.headers }
  const credentials = { ...account, accountId: account.id, baseUrl, extraHeaders }
  const tokens = createAccessTokens({
    transport,
    credentials,
    clock,
    newCorrelationId: randomUUID,
  })
  return createWalmartClient({
    account: { ...account, baseUrl },
    transport,
    tokens,
    limiter,
    newCorrelationId: randomUUID,
    clock,
    startWithinMs: options.leaseMarginMs,
    extraHeaders,
    walmartClock,
  })
}
