import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { startClock } from "./start-clock"
import { WALMART_MODULE } from "../modules/walmart"
import { logLine } from "../modules/walmart/common/failure"
import type WalmartModuleService from "../modules/walmart/service"
import type { WalmartOrderId } from "../walmart/common/ids"
import { runSender } from "./run-sender"

/** Sends what waits for one order without keeping the caller waiting; a failure is logged, and the next tick tries again. */
export function wakeSender(container: MedusaContainer, subjectId: WalmartOrderId): void {
  const { wakeUps } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  startClock(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  wakeUps.start(async () => {
    try {
      await runSender(container, { subject_id: subjectId })
    } catch (error) {
      const text = `Walmart: sending for ${subjectId} failed; the next tick tries again`
      logger.error(logLine(text, error))
    }
  })
}
