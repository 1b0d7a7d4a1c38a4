import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../modules/walmart"
import { logLine } from "../modules/walmart/common/failure"
import type WalmartModuleService from "../modules/walmart/service"
import { startClock } from "./start-clock"
import { runSender } from "./run-sender"

/** Sends the refund of one return and records it, without keeping the caller waiting; a failure is logged, and the next tick tries again. */
export function wakeReturn(container: MedusaContainer, id: string): void {
  const { wakeUps } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  startClock(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  wakeUps.start(async () => {
    try {
      await runSender(container, { subject_id: id })
    } catch (error) {
      logger.error(
        logLine(`Walmart: refunding return ${id} failed; the next tick tries again`, error)
      )
    }
  })
}
