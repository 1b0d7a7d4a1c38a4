import type { MedusaContainer } from "@medusajs/framework/types"
import type { AccountOptions } from "../../modules/walmart/config/options"
import { effectiveSettings } from "../../modules/walmart/config/settings"
import { WalmartError } from "../../walmart/api/errors/errors"
import type { AccountFacts, ClockFacts, WebhookFacts, WorkFacts } from "../../walmart/doctor/facts"
import { silenceWarning } from "../../walmart/webhooks/poll-pace"
import { subscriptionWarning } from "../../walmart/webhooks/subscription"
import { type Phrase, verbatim, type Words } from "../../walmart/words/phrase"
import { tryKeys } from "../accounts/try-keys"
import { walmartOf } from "../import/store/load-store"
import { webhookAddress } from "../webhooks/subscriptions"
import { loadOlderOrders } from "./load-older-orders"
import { loadPlaceFacts } from "./load-places"
import { loadProducts } from "./load-products"

/** Reads everything the doctor looks at of an account; asks Walmart a few times, and changes nothing. */
export async function loadAccountFacts(
  container: MedusaContainer,
  account: AccountOptions
): Promise<AccountFacts> {
  const { id } = account
  const walmart = walmartOf(container)
  const tested = await tryKeys(walmart.client(id))
  const places = await loadPlaceFacts(container, id)
  const [clock, webhooks, older, products, work] = await Promise.all([
    loadClock(container, id),
    loadWebhooks(container, id),
    unlessFailed(loadOlderOrders(walmart, id)),
    loadProducts(
      container,
      await walmart.sellingAccount(id),
      places.store.salesChannel?.id ?? null
    ),
    loadWork(container, account),
  ])
  const keys = { ...tested, sendsStock: account.stock !== "off" }
  return { id, keys, clock, webhooks, places, products, older, work }
}

async function loadClock(container: MedusaContainer, id: string): Promise<ClockFacts> {
  const walmart = walmartOf(container)
  const [shown, database] = await Promise.all([
    unlessFailed(walmart.client(id).now()),
    walmart.databaseNow(),
  ])
  return { walmart: shown, database: database.getTime(), process: Date.now() }
}

async function loadWebhooks(container: MedusaContainer, id: string): Promise<WebhookFacts | null> {
  const walmart = walmartOf(container)
  if (walmart.account(id).market !== "us") return null
  const { url, obstacle } = webhookAddress(walmart, id)
  const isConfigured = walmart.webhooks.receiver(id) !== null
  if (!isConfigured) return { obstacle, isConfigured, own: null, silence: null }
  const listed = await unlessFailed(walmart.client(id).webhooks.list())
  const ours = listed?.filter(({ eventUrl }) => eventUrl === url) ?? null
  const { now, lastEventAt, newOrders } = await walmart.webhooks.report(id)
  const signs = { now: now.getTime(), lastEventAt: lastEventAt?.getTime() ?? null }
  return {
    ...{ obstacle, isConfigured },
    own: ours && ours.map((one) => ({ warning: subscriptionWarning(one) })),
    silence: silenceWarning(signs, newOrders),
  }
}

/** @returns null for what Walmart did not answer; why, the test of the keys says */
async function unlessFailed<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof WalmartError) return null
    throw error
  }
}

async function loadWork(container: MedusaContainer, account: AccountOptions): Promise<WorkFacts> {
  const { id } = account
  const walmart = walmartOf(container)
  const [now, row, reports, counts] = await Promise.all([
    walmart.databaseNow(),
    walmart.retrieveWalmartAccount(id),
    walmart.accountReports(),
    walmart.orderCounts([id]),
  ])
  const { queue, ages, backlog } = reports(id)
  return {
    now: now.getTime(),
    lastPollAt: row.last_poll_at?.getTime() ?? null,
    lastPollError: saidOf(row.last_poll_error, row.last_poll_error_words),
    secondsSinceTick: ages.seconds_since_tick,
    oldestDueSeconds: queue.oldest_due_seconds,
    dueOrders: queue.due_orders,
    paused: row.paused,
    dryRun: effectiveSettings(account, row.settings).dryRun,
    blocked: row.blocked_until === null ? null : saidOf(row.last_error, row.last_error_words),
    needsAttention: backlog.needs_attention,
    failedImports: counts.import_failed,
    pollEveryMs: walmart.options.schedules.pollEveryMs,
    returns: {
      lastPollAt: row.last_returns_poll_at?.getTime() ?? null,
      lastPollError: row.last_returns_poll_error,
      pollEveryMs: walmart.options.schedules.returnsEveryMs,
    },
  }
}

/** What a row keeps of a failure; an older version kept its English alone. */
function saidOf(english: string | null, words: Words | null): Phrase[] | null {
  if (english === null) return null
  return words?.message ?? verbatim(english)
}
