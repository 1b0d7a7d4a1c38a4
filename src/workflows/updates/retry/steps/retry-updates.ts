import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../../modules/walmart"
import { logLine } from "../../../../modules/walmart/common/failure"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { mirroredIn } from "../../dismissal/refund-totals"
import { refusalOf, type RefusedOutcome, retryUpdate, type RetryRequest } from "../retry-update"
import { type Phrase, phrases, spoken } from "../../../../walmart/words/phrase"

/** Sends one update again. Not undone: what a person decided stands, and what was sent cannot be taken back. */
export const retryWalmartUpdateStep = createStep(
  "retry-walmart-update",
  async (input: RetryRequest, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const retried = await retryUpdate(walmart, input, (id) => mirroredIn(container, id))
    return new StepResponse(retried)
  }
)

/** Which updates to send again: named ones, or those that need attention, by error and account. */
export interface RetryUpdatesStepInput {
  ids?: string[]
  error_code?: string
  account_id?: string
  /** Of those that need attention, only what comes after this one: where an earlier call ended. */
  after?: string
  /** Who asked. */
  actor_id: string
}

/** What became of one update. */
export interface RetriedUpdate {
  id: string
  outcome: "retried" | RefusedOutcome
  message: string | null
  /** The message for a translation. */
  words: Phrase[] | null
}

/** What became of all. */
export interface RetriedUpdates {
  results: RetriedUpdate[]
  /** Further updates that match, for another call. */
  remaining: number
  /** Where that call begins; null when nothing remains. */
  after: string | null
  /** Walmart orders whose queue is due now. */
  walmart_order_ids: string[]
}

const MOST = 500

/** Sends many updates again, each on its own: one that cannot go does not hold the others. Not undone, as above. */
export const retryWalmartUpdatesStep = createStep(
  "retry-walmart-updates",
  async (input: RetryUpdatesStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const { ids, ...rest } = await wantedIds(walmart, input)
    const results: RetriedUpdate[] = []
    const due = new Set<string>()
    for (const id of ids) {
      try {
        const request = { id, correction: {}, actor_id: input.actor_id }
        const retried = await retryUpdate(walmart, request, (of) => mirroredIn(container, of))
        due.add(retried.walmart_order_id)
        results.push({ id, outcome: "retried", message: null, words: null })
      } catch (error) {
        results.push({ id, ...(refusalOf(error) ?? failed(logger, id, error)) })
      }
    }
    return new StepResponse<RetriedUpdates>({ results, ...rest, walmart_order_ids: [...due] })
  }
)

/** One update that fails does not stop those after it, nor hold back the ones that are due now. */
function failed(logger: Logger, id: string, error: unknown): Omit<RetriedUpdate, "id"> {
  logger.error(logLine(`Walmart: update ${id} could not be retried`, error))
  return { outcome: "failed", ...spoken(phrases("update_not_retried", { id })) }
}

/** By their ids, which rise with time: those that are refused again would otherwise be looked at in every call. */
async function wantedIds(
  walmart: WalmartModuleService,
  { ids, error_code, account_id, after }: RetryUpdatesStepInput
): Promise<{ ids: string[] } & Pick<RetriedUpdates, "remaining" | "after">> {
  if (ids) return { ids: [...new Set(ids)], remaining: 0, after: null }
  const [found, count] = await walmart.listAndCountWalmartUpdates(
    {
      status: "needs_attention",
      ...(error_code ? { error_code } : {}),
      ...(account_id ? { account_id } : {}),
      ...(after ? { id: { $gt: after } } : {}),
    },
    { select: ["id"], take: MOST, order: { id: "ASC" } }
  )
  const remaining = count - found.length
  const last = found.at(-1)?.id ?? null
  return { ids: found.map(({ id }) => id), remaining, after: remaining > 0 ? last : null }
}
