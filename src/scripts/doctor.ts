import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { oneLine } from "../modules/walmart/common/failure"
import { type Finding, type FindingState, hasFaults } from "../walmart/doctor/finding"
import { diagnoseWalmartWorkflow } from "../workflows/doctor/diagnose-walmart"

const MARKS: Record<FindingState, string> = { ok: "✓", warning: "!", fault: "✗", unknown: "?" }

/**
 * `medusa exec`: checks everything that orders need, and says what is wrong with what to do. Changes nothing; the exit code says
 * whether something keeps orders from being imported or sent.
 * @throws MedusaError when there is a fault
 */
export default async function doctor({ container }: ExecArgs): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { result } = await diagnoseWalmartWorkflow(container).run({ input: {} })
  for (const finding of result) {
    const line = oneLine(lineOf(finding))
    if (finding.state === "ok") logger.info(line)
    else logger.warn(line)
  }
  if (!hasFaults(result)) return
  const faults = result.filter(({ state }) => state === "fault").length
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `${faults === 1 ? "1 fault keeps" : `${faults} faults keep`} orders from being imported or sent; each is marked ${MARKS.fault} above.`
  )
}

function lineOf({ accountId, check, state, message, remedy }: Finding): string {
  const about = [accountId, check.replaceAll("_", " ")].filter(Boolean).join(", ")
  return `${MARKS[state]} ${about}: ${message}${remedy ? ` ${remedy}` : ""}`
}
