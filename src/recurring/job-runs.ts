import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../modules/walmart"
import type { JobName } from "../modules/walmart/scheduler/clock"
import { logLine, oneLine } from "../modules/walmart/common/failure"
import type WalmartModuleService from "../modules/walmart/service"
import { pollSlowness } from "../walmart/webhooks/poll-pace"
import { planSweptOrders } from "../workflows/updates/plan-swept-orders"
import { pollTogether } from "../workflows/import/polling/poll-together"
import { checkWalmartStockWorkflow } from "../workflows/stock/check-walmart-stock"
import { stockReader } from "../workflows/stock/read-stock"
import { logStoreNotes } from "../workflows/settings/store-notes"
import { pruneWalmartRecordsWorkflow } from "../workflows/maintenance/prune-walmart-records"
import { readDueWalmartOrdersWorkflow } from "../workflows/webhooks/read-due-walmart-orders"
import { pollWalmartReturnsWorkflow } from "../workflows/returns/poll-walmart-returns"
import { requestWalmartReadsWorkflow } from "../workflows/webhooks/request-walmart-reads"
import { notifyStaff } from "./notify-staff"
import { runSender } from "./run-sender"

/** One run of a recurring job. @returns whether there is more to do at once */
export type JobRun = (container: MedusaContainer) => Promise<boolean>

/** What the recurring jobs do. */
export const JOB_RUNS: Record<JobName, JobRun> = { send, poll, sweep, prune, read, returns }

/**
 * Sends everything that is due, run by run. No workflow runs while Medusa's engine has lost its Redis; deadlines do not wait, so
 * it is sent without the engine then, and no events are emitted.
 */
async function send(container: MedusaContainer): Promise<boolean> {
  try {
    return (await runSender(container, {})) > 0
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(logLine("Walmart: sending continues without Medusa's workflow engine", error))
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const { claimed } = await walmart.sendDue({ readStock: stockReader(container) })
    return claimed > 0
  }
}

/** Asks Walmart for new orders, account by account; one that fails does not stop the next. */
async function poll(container: MedusaContainer): Promise<boolean> {
  await logStoreNotes(container)
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  for (const { id } of walmart.options.accounts) {
    if (!(await isPolledElsewhere(walmart, id))) await pollAccount(container, id)
  }
  return false
}

async function pollAccount(container: MedusaContainer, account_id: string): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const error = (await pollTogether(container, account_id))?.error
    if (error)
      logger.warn(oneLine(`Walmart: polling account ${account_id} is not complete: ${error}`))
  } catch (error) {
    const doing = `Walmart: polling account ${account_id} failed; the next poll tries again`
    logger.error(logLine(doing, error))
  }
}

/** Every process has a clock; one poll per interval is enough for all of them, and while webhooks arrive the interval is longer. */
async function isPolledElsewhere(walmart: WalmartModuleService, id: string): Promise<boolean> {
  const [account] = await walmart.listWalmartAccounts({ id })
  if (!account?.last_poll_at) return false
  const now = await walmart.databaseNow()
  const ago = now.getTime() - account.last_poll_at.getTime()
  // A poll that failed is repeated at the usual time, whatever arrives.
  const times = account.last_poll_error === null ? await slownessOf(walmart, id, now) : 1
  // A poll in the future was noted before the database's clock was set right.
  return ago >= 0 && ago < walmart.options.schedules.pollEveryMs * (times - 1 / 2)
}

async function slownessOf(walmart: WalmartModuleService, id: string, now: Date): Promise<number> {
  if (walmart.webhooks.receiver(id) === null) return 1
  const { lastEventAt, lastRefusedAt } = await walmart.webhooks.signs(id)
  return pollSlowness({
    now: now.getTime(),
    lastEventAt: lastEventAt?.getTime() ?? null,
    lastRefusedAt: lastRefusedAt?.getTime() ?? null,
  })
}

/** Plans for orders whose event was lost, and notifies people of what needs them. */
async function sweep(container: MedusaContainer): Promise<boolean> {
  await planSweptOrders(container)
  await notifyStaff(container)
  return false
}

/** Deletes old attempts in small batches until none is left; then looks whether Walmart shows other stock or orders than the store. */
async function prune(container: MedusaContainer): Promise<boolean> {
  const { result } = await pruneWalmartRecordsWorkflow(container).run()
  if (result.deleted > 0) return true
  await checkWalmartStockWorkflow(container).run()
  await requestWalmartReadsWorkflow(container).run()
  return false
}

/** Reads the orders that webhooks ask for, batch by batch until none is due. */
async function read(container: MedusaContainer): Promise<boolean> {
  const { result } = await readDueWalmartOrdersWorkflow(container).run()
  return result.claimed > 0
}

/**
 * Asks Walmart for return orders, account by account; one that fails does not stop the next. There is more to do when a webhook came
 * during a poll.
 */
async function returns(container: MedusaContainer): Promise<boolean> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const every = walmart.options.schedules.returnsEveryMs
  let more = false
  for (const { id } of walmart.options.accounts) {
    const isAsked = await walmart.returns.isPollAsked(id)
    if (!isAsked && (await walmart.returns.isPolledElsewhere(id, every))) continue
    const isWhole = await pollReturns(container, id)
    more ||= isWhole && (await walmart.returns.isPollAsked(id))
  }
  return more
}

/** @returns whether all went well */
async function pollReturns(container: MedusaContainer, account_id: string): Promise<boolean> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const doing = `Walmart: polling returns of account ${account_id}`
  try {
    const { result } = await pollWalmartReturnsWorkflow(container).run({ input: { account_id } })
    const [{ error }] = result
    if (error) logger.warn(oneLine(`${doing} is not complete: ${error}`))
    return error === null
  } catch (error) {
    logger.error(logLine(`${doing} failed; the next poll tries again`, error))
    return false
  }
}
