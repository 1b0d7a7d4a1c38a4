import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../modules/walmart"
import { logLine } from "../modules/walmart/common/failure"
import type WalmartModuleService from "../modules/walmart/service"
import { startClock } from "./start-clock"
import { JOB_RUNS } from "./job-runs"

/** Reads what webhooks ask for without keeping the caller waiting; a failure is logged, and the next tick tries again. */
export function wakeReader(container: MedusaContainer): void {
  const { reads } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  startClock(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  reads.start(async () => {
    try {
      let more = true
      while (more) more = await JOB_RUNS.read(container)
    } catch (error) {
      const text = "Walmart: reading what webhooks ask for failed; the next tick tries again"
      logger.error(logLine(text, error))
    }
  })
}
