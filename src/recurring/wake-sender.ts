import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../modules/walmart"
import { logLine } from "../modules/walmart/common/failure"
import type WalmartModuleService from "../modules/walmart/service"
import type { WalmartOrderId, WalmartReturnId } from "../walmart/common/ids"
import { startClock } from "./start-clock"
import { runSender } from "./run-sender"

/**
 * Sends what waits for one subject, an order or a return, without keeping the caller waiting; a failure is logged, and the next send run
 * tries again.
 */
export function wakeSender(
  container: MedusaContainer,
  subjectId: WalmartOrderId | WalmartReturnId
): void {
  const { wakeUps } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  startClock(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  wakeUps.start(async () => {
    try {
      await runSender(container, { subject_id: subjectId })
    } catch (error) {
      const text = `Walmart: sending for ${subjectId} failed; the next send run tries again`
      logger.error(logLine(text, error))
    }
  })
}
