import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import { noteImportProblem } from "../../modules/walmart/import-sql"
import { NO_CALL, WalmartError } from "../../walmart/errors"
import type { Attention } from "../../walmart/update"
import { importWalmartOrderWorkflow, type ImportWalmartOrderResult } from "../import-walmart-order"

/**
 * Imports one order that has its row already, and keeps the cause on that row when it does not succeed, so that one order never
 * stops the others. @returns null when it failed
 * @throws WalmartError for what concerns the whole account: its credentials, or Walmart's rate limit
 */
export async function importOne(
  container: MedusaContainer,
  walmartOrderId: string
): Promise<ImportWalmartOrderResult | null> {
  const { result, errors } = await importWalmartOrderWorkflow(container).run({
    input: { walmart_order_id: walmartOrderId },
    throwOnError: false,
  })
  const failed = errors.at(0)
  if (!failed) return result
  const failure = failureOf(failed.error)
  if (OF_THE_ACCOUNT.has(failure.name)) throw new WalmartError(failure.message, NO_CALL)
  await explain(container, walmartOrderId, failure)
  return null
}

const OF_THE_ACCOUNT = new Set(["AccountError", "ThrottledError"])

/** A workflow hands on its errors as plain data, so their class is known by name only. */
const thrown = z.object({ name: z.string().default("Error"), message: z.string() })

type Failure = z.infer<typeof thrown>

function failureOf(error: unknown): Failure {
  return thrown.safeParse(error).data ?? { name: "Error", message: String(error) }
}

async function explain(container: MedusaContainer, id: string, failure: Failure): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.error(`Walmart: importing ${id} failed, the next poll tries again: ${failure.message}`)
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const attention = attentionOf(failure)
  if (!(await noteImportProblem(db, id, attention))) return
  await container.resolve(Modules.EVENT_BUS).emit({
    name: "walmart.order.attention_needed",
    data: { id, code: attention.code, reason: attention.message },
  })
}

const OF_WALMART = new Set([
  "NotSentError",
  "UnknownOutcomeError",
  "NotFoundError",
  "RefusedError",
  "UnreadableError",
])

function attentionOf({ name, message }: Failure): Attention {
  const nextStep = "Nothing now: the import is tried again with every poll."
  if (OF_WALMART.has(name)) return { code: "walmart_unavailable", message, nextStep }
  return {
    code: "import_failed",
    message: `The import stopped: ${message}`,
    nextStep: `${nextStep} If it keeps failing, show this message to whoever runs the store.`,
  }
}
