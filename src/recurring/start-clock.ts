import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../modules/walmart"
import type { JobClock, JobName } from "../modules/walmart/scheduler/clock"
import { logLine } from "../modules/walmart/common/failure"
import type WalmartModuleService from "../modules/walmart/service"
import { JOB_RUNS } from "./job-runs"

/** The handler of a recurring job: one look of Medusa's scheduler at it. */
export function recurring(job: JobName) {
  return async (container: MedusaContainer): Promise<void> => startClock(container).look(job)
}

/**
 * The process's clock, going from now on. Everything that Medusa calls in a worker starts it, so that it goes even in a process
 * that Medusa's scheduler never calls.
 */
export function startClock(container: MedusaContainer): JobClock {
  const { clock } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  clock.go((job) => guarded(job, container))
  return clock
}

/** Catches everything, because a failure must end neither the process nor the job; the next run tries again. */
async function guarded(job: JobName, container: MedusaContainer): Promise<boolean> {
  const { tables } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  if (!(await tables.ready())) return false
  try {
    return await JOB_RUNS[job](container)
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(logLine(`Walmart: the job "${job}" failed; its next run tries again`, error))
    return false
  }
}
