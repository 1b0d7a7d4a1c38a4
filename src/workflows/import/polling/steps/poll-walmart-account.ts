import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { traced } from "../../../../modules/walmart/common/tracing"
import { walmartOf } from "../../store/load-store"
import { pollAccount } from "../poll-account"
import type { PollResult } from "../poll-result"

/** Which account to poll; all of the options when none is named. */
export interface PollWalmartAccountStepInput {
  account_id?: string
}

/** Polls one account after the other. Imports may be repeated at any time, so there is nothing to undo. */
export const pollWalmartAccountStep = createStep(
  "poll-walmart-account",
  async ({ account_id }: PollWalmartAccountStepInput, { container }) => {
    const { options } = walmartOf(container)
    const ids = account_id ? [account_id] : options.accounts.map(({ id }) => id)
    const results: PollResult[] = []
    for (const id of ids)
      results.push(
        await traced("walmart poll", { "walmart.account": id }, () => pollAccount(container, id))
      )
    return new StepResponse(results)
  }
)
