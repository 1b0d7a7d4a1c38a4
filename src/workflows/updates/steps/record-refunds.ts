import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { logLine } from "../../../modules/walmart/common/failure"
import { walmartOf } from "../../import/store/load-store"
import { settleReturn } from "../../returns/settle-return"

/**
 * Puts into Medusa's books what was refunded for returns, whichever run sent it: one that died, or that only saw another at work, is
 * made up for by the next. Not undone: the books follow what Walmart shows.
 */
export const recordSentRefundsStep = createStep(
  "record-sent-refunds",
  async (_after: { claimed: number }, { container }) => {
    const walmart = walmartOf(container)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const accountIds = walmart.options.accounts.map(({ id }) => id)
    for (const id of await walmart.returns.unrecorded(accountIds)) {
      if (walmart.isStopping) break
      try {
        await settleReturn(container, id)
      } catch (error) {
        const text = `Walmart: the refund of return ${id} could not be recorded; the next run tries again`
        logger.error(logLine(text, error))
      }
    }
    return new StepResponse({})
  }
)
