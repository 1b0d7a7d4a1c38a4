import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { oneLine } from "../modules/walmart/common/failure"
import { retryWalmartUpdatesWorkflow } from "../workflows/updates/retry/retry-walmart-updates"
import { counted } from "./lib/counted"
import { retryInTurn } from "./lib/in-turn"
import { readWords } from "./lib/words"

const USAGE = [
  "medusa exec <script> code=<error code>      retries what needs attention for this",
  "medusa exec <script> account=<id>           retries all of an account that needs attention",
  "medusa exec <script> <update id> …          retries these",
].join("\n")

/**
 * `medusa exec`: sends updates that need attention again, by error code, account or id, all that match.
 * @throws MedusaError INVALID_DATA that says how to call it; MedusaError that names what could not be retried
 */
export default async function retryWalmartUpdates({ container, args }: ExecArgs): Promise<void> {
  const { plain: ids, named } = readWords(args, { names: ["code", "account"], usage: USAGE })
  if (ids.length > 0 === named.size > 0)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `Give either ids or a filter.\n${USAGE}`)
  const results = await retryInTurn(async (after) => {
    const which = { error_code: named.get("code"), account_id: named.get("account"), after }
    const { result } = await retryWalmartUpdatesWorkflow(container).run({
      input: { ...(ids.length > 0 ? { ids } : which), actor_id: "script" },
    })
    return result
  })
  const left = results.filter(({ outcome }) => outcome !== "retried")
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const again = counted(results.length - left.length, "update is", "updates are")
  logger.info(`Walmart: ${again} sent again.`)
  if (left.length === 0) return
  const texts = left.map(({ id, message }) => oneLine(`${id}: ${message ?? "was not retried"}`))
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, texts.join("\n"))
}
