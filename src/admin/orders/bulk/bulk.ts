import type {
  AdminWalmartBulkRetryBody,
  AdminWalmartBulkRetryResponse,
  AdminWalmartOrder,
  AdminWalmartUpdateListResponse,
} from "../../../types/http"
import { chunks } from "../../../walmart/common/chunks"
import { ApiError, callApi, refusal } from "../../data/api"
import { importOrder } from "../../data/import-order"

/** How a bulk action went: what was done, and why the rest was not. */
export interface BulkResult {
  done: number
  refusals: BulkRefusal[]
}

/** Why one was not done. */
export interface BulkRefusal {
  /** Purchase order; null where the error names what it is about. */
  order: string | null
  error: ApiError
}

/** Most updates the server takes by id in one call. */
const BATCH = 500
/** Orders that are named in one call: their ids stand in its address, which no server takes at any length. */
const NAMED = 100
/** Far more than a healthy store has, so that a server that never finishes does not keep the page busy indefinitely. */
const MOST_ROUNDS = 40

/** Sends again what needs attention of these orders, and imports those again that could not be imported. */
export async function retryOrders(orders: AdminWalmartOrder[]): Promise<BulkResult> {
  const failed = orders.filter(({ import_status }) => import_status === "failed")
  const troubled = orders.filter(({ update_counts }) => update_counts.needs_attention > 0)
  const imported = await oneByOne(failed, importOrder)
  const retried = await retryUpdatesOf(troubled.map(({ id }) => id))
  return sum([imported, retried])
}

/** Reads these orders again at Walmart. */
export function refreshOrders(orders: AdminWalmartOrder[]): Promise<BulkResult> {
  return oneByOne(orders, (id) => callApi(`walmart/orders/${id}/refresh`, { method: "POST" }))
}

/** The accounts that are filtered by, else all; null while nobody knows which there are: of none nothing would be sent again. Pure. */
export function accountsMeant(
  filtered: string[],
  known: { id: string }[] | undefined
): string[] | null {
  return filtered.length > 0 ? filtered : (known?.map(({ id }) => id) ?? null)
}

/** Sends again everything that needs attention of these accounts. */
export async function retryAccounts(accountIds: string[]): Promise<BulkResult> {
  const results: BulkResult[] = []
  for (const account_id of accountIds) results.push(await retryAccount(account_id))
  return sum(results)
}

async function retryAccount(account_id: string): Promise<BulkResult> {
  const results: BulkResult[] = []
  let after: string | undefined
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const answer = await retry({ account_id, ...(after ? { after } : {}) })
    results.push(resultOf(answer))
    if (answer.after === null) break
    after = answer.after
  }
  return sum(results)
}

async function retryUpdatesOf(orderIds: string[]): Promise<BulkResult> {
  const results: BulkResult[] = []
  for (const ids of chunks(orderIds, NAMED)) results.push(await retrySome(ids))
  return sum(results)
}

async function retrySome(orderIds: string[]): Promise<BulkResult> {
  const results: BulkResult[] = []
  for (const ids of chunks(await waitingUpdates(orderIds), BATCH))
    results.push(resultOf(await retry({ ids })))
  return sum(results)
}

/** All of them before any is sent again: what is waiting no longer would shift the pages after it. */
async function waitingUpdates(orderIds: string[]): Promise<string[]> {
  const walmart_order_id = orderIds.join(",")
  const found: string[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const page = { limit: BATCH, offset: found.length, order: "created_at" }
    const query = { walmart_order_id, status: "needs_attention", ...page }
    const answer = await callApi<AdminWalmartUpdateListResponse>("walmart/updates", { query })
    found.push(...answer.updates.map(({ id }) => id))
    if (answer.updates.length === 0 || found.length >= answer.count) break
  }
  return found
}

function retry(body: AdminWalmartBulkRetryBody): Promise<AdminWalmartBulkRetryResponse> {
  return callApi("walmart/updates/retry", { method: "POST", body })
}

function resultOf({ retried, results }: AdminWalmartBulkRetryResponse): BulkResult {
  const refusals = results.flatMap(({ message, words }) =>
    message === null ? [] : { order: null, error: refusal(message, words ?? undefined, 200) }
  )
  return { done: retried, refusals }
}

/** One after the other: each asks Walmart, which limits calls. */
async function oneByOne(
  orders: AdminWalmartOrder[],
  call: (id: string) => Promise<unknown>
): Promise<BulkResult> {
  const refusals: BulkRefusal[] = []
  for (const { id, purchase_order_id } of orders) {
    try {
      await call(id)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      refusals.push({ order: purchase_order_id, error })
    }
  }
  return { done: orders.length - refusals.length, refusals }
}

function sum(results: BulkResult[]): BulkResult {
  return {
    done: results.reduce((total, { done }) => total + done, 0),
    refusals: results.flatMap(({ refusals }) => refusals),
  }
}
