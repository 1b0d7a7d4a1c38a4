import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { walmartOf } from "../../import/store/load-store"
import { pollReturns, type ReturnsPollResult } from "../poll-returns"

/** Which account's returns to poll; all of the options when none is named. */
export interface PollReturnsStepInput {
  account_id?: string
}

/** Polls one account after the other. May be repeated at any time, so there is nothing to undo. */
export const pollWalmartReturnsStep = createStep(
  "poll-walmart-returns",
  async ({ account_id }: PollReturnsStepInput, { container }) => {
    const { options } = walmartOf(container)
    const ids = account_id ? [account_id] : options.accounts.map(({ id }) => id)
    const results: ReturnsPollResult[] = []
    for (const id of ids) results.push(await pollReturns(container, id))
    return new StepResponse(results)
  }
)
