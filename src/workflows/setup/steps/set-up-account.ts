import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { failureOf } from "../../../modules/walmart/common/failure"
import { planSetup } from "../../../walmart/setup/plan-setup"
import type { Answers } from "../../../walmart/setup/questions"
import { keyOf, shownStep, type ShownStep } from "../../../walmart/setup/setup-steps"
import { loadSetupFacts } from "../load-setup-facts"
import { type Taking, takeStep } from "../take-step"

/** What a person agreed to. */
export interface SetUpAccountStepInput {
  account_id: string
  /** Keys of the steps that may be taken. */
  agreed: string[]
  answers: Answers
}

/** What was done. */
export interface SetUpResult {
  /** The steps that were taken. */
  done: ShownStep[]
  /** What Medusa refused, where the setup then stopped; null when nothing was. */
  problem: string | null
}

/**
 * Takes the agreed steps that are still needed, in their order, and stops at the first that fails. What was made stays, since each
 * is of use alone; a second run continues from there.
 * @throws MedusaError NOT_FOUND when the options have no such account
 */
export const setUpAccountStep = createStep(
  "set-up-account",
  async ({ account_id: accountId, agreed, answers }: SetUpAccountStepInput, { container }) => {
    const { steps } = planSetup(await loadSetupFacts(container, accountId), answers)
    const taking: Taking = { container, accountId, made: new Map() }
    const result: SetUpResult = { done: [], problem: null }
    try {
      for (const step of steps.filter((one) => agreed.includes(keyOf(one)))) {
        await takeStep(taking, step)
        result.done.push(shownStep(step))
      }
    } catch (error) {
      result.problem = failureOf(error).message
    }
    return new StepResponse(result)
  }
)
