import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { noticeStockChanges } from "../stock-changes"

/** Stock levels of Medusa that have changed. */
export interface NoticeStockChangesStepInput {
  level_ids: string[]
}

/** Wants the figures that follow from them. Not undone: a figure that is sent once more is the same. */
export const noticeStockChangesStep = createStep(
  "notice-stock-changes",
  async ({ level_ids: levelIds }: NoticeStockChangesStepInput, { container }) =>
    new StepResponse(await noticeStockChanges(container, levelIds))
)
