import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logLine } from "../modules/walmart/common/failure"
import {
  sendWalmartUpdatesWorkflow,
  type SendWalmartUpdatesInput,
} from "../workflows/updates/send-walmart-updates"

/**
 * One send run. What a store's `updatesFinished` hook throws comes after the sending and is only logged.
 * @returns how many subjects were claimed
 * @throws what kept the run itself from ending, such as an engine that has lost its Redis
 */
export async function runSender(
  container: MedusaContainer,
  input: SendWalmartUpdatesInput
): Promise<number> {
  const run = { input, throwOnError: false }
  const { result, errors } = await sendWalmartUpdatesWorkflow(container).run(run)
  if (!result) throw errors[0]?.error ?? new Error("A send run ended without a result.")
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const { error } of errors) {
    logger.error(logLine("Walmart: updates were sent, but a hook failed afterwards", error))
  }
  return result.claimed
}
