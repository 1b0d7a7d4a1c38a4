import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type { KeyRow, SealedKeys } from "../../../modules/walmart/accounts/key-sql"
import type WalmartModuleService from "../../../modules/walmart/service"
import { invalid } from "../../shared/refusals"
import { tryKeys } from "../try-keys"
import { inARow, phrase } from "../../../walmart/words/phrase"

/** Keys to save. They are sealed before, because the engine keeps what a workflow is given. */
export interface ChangeKeysStepInput {
  keys: SealedKeys
  /** Who set them. */
  actor_id: string
}

/** What was in force before. */
type PreviousKeys = { account_id: string; row: KeyRow | null }

/**
 * Saves an account's keys once Walmart has handed out a token for them; what was held for the old ones continues.
 * @throws MedusaError INVALID_DATA with the reason when Walmart refuses them or another account has them; nothing is saved then
 */
export const changeWalmartKeysStep = createStep(
  "change-walmart-keys",
  async ({ keys, actor_id }: ChangeKeysStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    await refuseWrongKeys(walmart, keys)
    const row = await keptRow(walmart, keys.id)
    await walmart.keys.save(keys, actor_id)
    await walmart.ensureAccounts()
    await walmart.unblockAccount(keys.id)
    const done = { account_id: keys.id }
    return new StepResponse<typeof done, PreviousKeys>(done, { ...done, row })
  },
  async (previous, { container }) => restore(container.resolve(WALMART_MODULE), previous)
)

/** An account whose keys of the settings are to be taken away. */
export interface RemoveKeysStepInput {
  id: string
}

/** Takes away the keys that were set in the settings; those of the options are in force again. */
export const removeWalmartKeysStep = createStep(
  "remove-walmart-keys",
  async ({ id }: RemoveKeysStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    walmart.configured(id)
    const row = await keptRow(walmart, id)
    await walmart.keys.remove(id)
    const done = { account_id: id }
    return new StepResponse<typeof done, PreviousKeys>(done, { ...done, row })
  },
  async (previous, { container }) => restore(container.resolve(WALMART_MODULE), previous)
)

/** A token that is fetched now proves the keys; one that is kept would not. */
async function refuseWrongKeys(walmart: WalmartModuleService, keys: SealedKeys): Promise<void> {
  const { clientId, clientSecret } = walmart.keys.open(keys)
  const pair = { clientId, clientSecret }
  const mistake = await walmart.keysMistake(keys.id, pair)
  if (mistake) throw invalid(mistake)
  const { problem } = await tryKeys(walmart.clientWith(keys.id, pair))
  if (problem) throw invalid([phrase("keys_refused", "message", {}), ...inARow(problem)])
}

async function keptRow(walmart: WalmartModuleService, id: string): Promise<KeyRow | null> {
  const [row] = await walmart.listWalmartAccountKeys({ id })
  return row ?? null
}

async function restore(walmart: WalmartModuleService, previous: PreviousKeys | undefined) {
  if (!previous) return
  const { account_id: id, row } = previous
  await (row ? walmart.keys.save(row, row.changed_by) : walmart.keys.remove(id))
}
