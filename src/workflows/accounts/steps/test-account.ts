import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { tryKeys } from "../try-keys"

/** An account whose connection is tested. */
export interface TestAccountStepInput {
  id: string
}

/**
 * Asks Walmart whether an account's key works and what it may do. A failure is an answer, not an error. When nothing is missing
 * the account's hold ends; that needs no undo, since the next failing call sets it again.
 * @throws MedusaError NOT_FOUND when the options have no such account
 */
export const testWalmartAccountStep = createStep(
  "test-walmart-account",
  async ({ id }: TestAccountStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const result = await tryKeys(walmart.client(id))
    if (result.ok) await walmart.unblockAccount(id)
    return new StepResponse(result)
  }
)
