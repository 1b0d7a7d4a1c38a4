import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type { KeyRow, SealedKeys } from "../../../modules/walmart/accounts/key-sql"
import type WalmartModuleService from "../../../modules/walmart/service"

/** A secret to save. It is sealed before, because the engine keeps what a workflow is given. */
export interface ChangeWebhookSecretStepInput {
  keys: SealedKeys
  /** Who set it. */
  actor_id: string
}

/** An account whose secret of the settings is to be taken away. */
export interface RemoveWebhookSecretStepInput {
  id: string
}

/** What was in force before. */
type Previous = { account_id: string; row: KeyRow | null }

/** Saves what Walmart proves an account's events by; every process takes events by it within seconds. */
export const changeWalmartWebhookSecretStep = createStep(
  "change-walmart-webhook-secret",
  async ({ keys, actor_id }: ChangeWebhookSecretStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const row = await keptRow(walmart, keys.id)
    await walmart.webhookSecrets.save(keys, actor_id)
    const done = { account_id: keys.id }
    return new StepResponse<typeof done, Previous>(done, { ...done, row })
  },
  async (previous, { container }) => restore(container.resolve(WALMART_MODULE), previous)
)

/** Takes away the secret that was set in the settings; the one of the options is in force again. */
export const removeWalmartWebhookSecretStep = createStep(
  "remove-walmart-webhook-secret",
  async ({ id }: RemoveWebhookSecretStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    walmart.configured(id)
    const row = await keptRow(walmart, id)
    await walmart.webhookSecrets.remove(id)
    const done = { account_id: id }
    return new StepResponse<typeof done, Previous>(done, { ...done, row })
  },
  async (previous, { container }) => restore(container.resolve(WALMART_MODULE), previous)
)

async function keptRow(walmart: WalmartModuleService, id: string): Promise<KeyRow | null> {
  const [row] = await walmart.listWalmartWebhookSecrets({ id })
  return row ?? null
}

async function restore({ webhookSecrets }: WalmartModuleService, previous: Previous | undefined) {
  if (!previous) return
  const { account_id: id, row } = previous
  await (row ? webhookSecrets.save(row, row.changed_by) : webhookSecrets.remove(id))
}
