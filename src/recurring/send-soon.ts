import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { startClock } from "./clock"
import { WALMART_MODULE } from "../modules/walmart"
import { logLine } from "../modules/walmart/common/failure"
import type WalmartModuleService from "../modules/walmart/service"
import type { WalmartOrderId } from "../walmart/common/ids"
import { sendRound } from "./send-round"

/** Sends what waits for one order without keeping the caller waiting; a failure is logged, and the next tick tries again. */
export function sendSoon(container: MedusaContainer, walmart_order_id: WalmartOrderId): void {
  const { nudges } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  startClock(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  nudges.start(async () => {
    try {
      await sendRound(container, { walmart_order_id })
    } catch (error) {
      const text = `Walmart: sending for ${walmart_order_id} failed; the next tick tries again`
      logger.error(logLine(text, error))
    }
  })
}
