import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../modules/walmart"
import { logLine } from "../modules/walmart/common/failure"
import type { RaisedCause } from "../modules/walmart/notifications/notification-sql"
import type WalmartModuleService from "../modules/walmart/service"
import { notifyWalmartStaffWorkflow } from "../workflows/notifications/notify-walmart-staff"

/** Notifies people of what needs them. A failure is logged, and the next run tries again. */
export async function notifyStaff(
  container: MedusaContainer,
  raised: RaisedCause[] = []
): Promise<void> {
  try {
    await notifyWalmartStaffWorkflow(container).run({ input: { raised } })
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(logLine("Walmart: notifying people failed; the next sweep tries again", error))
  }
}

/** The same soon, without keeping the caller waiting, and once for many who ask. */
export function notifyStaffSoon(container: MedusaContainer): void {
  const { notifying } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  notifying.start(() => notifyStaff(container))
}
