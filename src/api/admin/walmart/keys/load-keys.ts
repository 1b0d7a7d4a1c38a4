import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type { KeyRing } from "../../../../modules/walmart/accounts/key-ring"
import { isConnected } from "../../../../modules/walmart/config/connected-account"
import type { ParsedAccount } from "../../../../modules/walmart/config/options-schema"
import { NO_SECRET } from "../../../../modules/walmart/config/stored-keys"
import {
  hasWebhookSecret,
  storedPairProblem,
  webhookNameOf,
} from "../../../../modules/walmart/config/webhook-options"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type {
  AdminWalmartAccountKeys,
  AdminWalmartKeySource,
  AdminWalmartKeysResponse,
  AdminWalmartWebhookSecret,
} from "../../../../types/http"
import { englishOf, type Phrase } from "../../../../walmart/words/phrase"
import { iso } from "../present"

/** Which keys are in force for each account of the options, connected or not. */
export function loadKeys(container: MedusaContainer): AdminWalmartKeysResponse {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  return {
    keys: walmart.options.configured.map((account) => showKeys(walmart, account)),
    ...showObstacle(walmart.keys.isOn ? null : NO_SECRET),
  }
}

function showObstacle(phrases: Phrase[] | null) {
  return { obstacle: englishOf(phrases), obstacle_words: phrases }
}

function showKeys(walmart: WalmartModuleService, account: ParsedAccount): AdminWalmartAccountKeys {
  const source = sourceOf(walmart.keys, account.id, isConnected(account))
  return { account_id: account.id, ...source, webhook: showWebhook(walmart, account) }
}

function showWebhook(
  { webhookSecrets }: WalmartModuleService,
  { id, webhooks }: ParsedAccount
): AdminWalmartWebhookSecret | null {
  if (!webhooks) return null
  const source = sourceOf(webhookSecrets, id, hasWebhookSecret(webhooks))
  const pair = webhookSecrets.inForce().get(id)
  const problem = pair ? storedPairProblem(webhooks, pair) : null
  const nameless = { source: null, problem: englishOf(problem), problem_words: problem }
  const shown = problem === null ? source : { ...source, ...nameless }
  return { name: webhookNameOf(webhooks), ...shown }
}

function sourceOf(ring: KeyRing, accountId: string, inOptions: boolean): AdminWalmartKeySource {
  const state = ring.stateOf(accountId)
  return {
    source: state && !state.problem ? "settings" : inOptions ? "options" : null,
    in_options: inOptions,
    changed_by: state?.changedBy ?? null,
    changed_at: iso(state?.changedAt ?? null),
    problem: englishOf(state?.problem ?? null),
    problem_words: state?.problem ?? null,
  }
}
