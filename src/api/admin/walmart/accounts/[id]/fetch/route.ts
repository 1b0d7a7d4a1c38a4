import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../../../../../../modules/walmart"
import { logLine } from "../../../../../../modules/walmart/common/failure"
import { within } from "../../../../../../modules/walmart/common/within"
import type WalmartModuleService from "../../../../../../modules/walmart/service"
import type { AdminWalmartFetchResponse } from "../../../../../../types/http"
import { pollTogether } from "../../../../../../workflows/import/polling/poll-together"

/** A proxy in front of the store may wait no longer than half a minute. */
const LONGEST_MS = 20_000

/**
 * Fetches an account's orders now instead of at the next poll, or waits for the fetch that is under way in this process. One that
 * takes longer continues after the answer.
 */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminWalmartFetchResponse>
): Promise<void> {
  const walmart = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const { id: account_id } = walmart.account(req.params.id)
  const answer: AdminWalmartFetchResponse = { fetch: null }
  const running = pollTogether(req.scope, account_id).then((done) => void (answer.fetch = done))
  const heard = running.catch((error: unknown) => {
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(logLine(`Walmart: fetching orders of account ${account_id} failed`, error))
  })
  if (await within(LONGEST_MS, heard)) await running
  res.json(answer)
}
