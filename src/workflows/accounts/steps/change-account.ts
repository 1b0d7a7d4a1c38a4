import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import {
  type AccountSettings,
  entriesSet,
  type MapChanges,
  storedSettings,
} from "../../../modules/walmart/config/settings"
import { type CheckedSettings, checkSettings } from "../../../walmart/settings/check-settings"
import { shownValue } from "../../../walmart/common/problem"
import { existingIds, existingSkus } from "../../shared/existing-ids"
import { readGraph } from "../../shared/read-graph"
import { invalid } from "../../shared/refusals"
import { type Phrase, phrase } from "../../../walmart/words/phrase"

/** Holds or releases everything of an account. */
export interface PauseAccountStepInput {
  id: string
  paused: boolean
  /** Who asked. */
  actor_id: string
}

/** What an account's row held before. */
export type PreviousAccount = {
  id: string
  paused?: boolean
  paused_by?: string | null
  paused_at?: Date | null
} | null

/** Settings of an account before they were changed. */
export interface PreviousSettings {
  id: string
  settings: AccountSettings
}

/** Pauses or resumes an account. Asking again changes nothing, so the first who paused it stays named. */
export const pauseWalmartAccountStep = createStep(
  "pause-walmart-account",
  async ({ id, paused, actor_id }: PauseAccountStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const row = await accountRow(walmart, id)
    const done = { account_id: id }
    if (row.paused === paused) return new StepResponse(done, null as PreviousAccount)
    await walmart.updateWalmartAccounts({
      id,
      paused,
      paused_by: paused ? actor_id : null,
      paused_at: paused ? await walmart.databaseNow() : null,
    })
    const { paused_by, paused_at } = row
    return new StepResponse<typeof done, PreviousAccount>(done, {
      id,
      paused: row.paused,
      paused_by,
      paused_at,
    })
  },
  async (previous, { container }) => undo(container, previous)
)

/** Settings of an account to change; what is left out stays, null follows the options again. */
export interface ChangeSettingsStepInput {
  id: string
  settings: AccountSettings
  /** Entries of maps; the other entries stay, also those that somebody else changes at the same time. */
  changes?: MapChanges
}

/**
 * Keeps an account's settings after checking them against market and store.
 * @throws MedusaError INVALID_DATA that names each wrong value and what to do
 */
export const changeWalmartSettingsStep = createStep(
  "change-walmart-settings",
  async ({ id, settings: edited, changes = {} }: ChangeSettingsStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const row = await accountRow(walmart, id)
    const whole = await checkAll(container, id, edited)
    const entries = await checkAll(container, id, entriesSet(changes))
    const refusals = [...whole.refusals, ...entries.refusals]
    if (refusals.length > 0) throw invalid(refusals)
    await walmart.keepSettings(id, whole.settings)
    await walmart.changeMaps(id, changes, entries.settings)
    const changed = { ...whole.settings, ...entries.settings }
    const previous = { id, settings: settingsBefore(row.settings, changed) }
    return new StepResponse<{ account_id: string }, PreviousSettings>({ account_id: id }, previous)
  },
  async (previous, { container }) => {
    if (!previous) return
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    await walmart.keepSettings(previous.id, previous.settings)
  }
)

async function checkAll(
  container: MedusaContainer,
  id: string,
  edited: AccountSettings
): Promise<CheckedSettings<AccountSettings>> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const { settings, refusals } = checkSettings(edited, walmart.market(id))
  const inStore = await unknownInStore(container, edited)
  return {
    settings,
    refusals: [...refusals, ...inStore, ...(await unknownProducts(container, edited))],
  }
}

/** Those of the former settings that are changed; one that was not there followed the options, as null does. */
function settingsBefore(stored: unknown, changed: AccountSettings): AccountSettings {
  const before = new Map(Object.entries(storedSettings(stored)))
  return Object.fromEntries(Object.keys(changed).map((name) => [name, before.get(name) ?? null]))
}

async function undo(container: MedusaContainer, previous: PreviousAccount | undefined) {
  if (!previous) return
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  await walmart.updateWalmartAccounts(previous)
}

/** @throws MedusaError NOT_FOUND when the options have no such account */
async function accountRow(walmart: WalmartModuleService, id: string) {
  walmart.account(id)
  await walmart.ensureAccounts()
  return walmart.retrieveWalmartAccount(id)
}

/** A SKU that no variant has would keep every order of its product from being imported. */
async function unknownProducts(container: MedusaContainer, { sku_map }: AccountSettings) {
  const wanted = Object.values(sku_map ?? {})
  const known = await existingSkus(container, wanted)
  return wanted
    .filter((sku) => !known.has(sku))
    .map((sku) => phrase("setting_unknown", "message_product", { id: shownValue(sku) }))
}

/** A mistyped id would be a map that silently never applies, or keeps every order from being imported. */
async function unknownInStore(container: MedusaContainer, edited: AccountSettings) {
  const carrierKeys = Object.keys(edited.carrier_map ?? {})
  const methods = Object.entries(edited.ship_method_map ?? {})
  const options = await existingIds(container, "shipping_option", [
    ...carrierKeys,
    ...methods.map(([, id]) => id),
  ])
  const providers = await existingIds(container, "fulfillment_provider", carrierKeys)
  const nodes = Object.entries(edited.ship_nodes ?? {})
  const places = [
    ...nodes.map(([, id]) => id),
    ...(edited.stock_location_id ? [edited.stock_location_id] : []),
  ]
  const locations = await existingIds(container, "stock_location", places)
  const keys = carrierKeys.filter((key) => !options.has(key) && !providers.has(key))
  const targets = methods.filter(([, id]) => !options.has(id))
  return [
    ...places
      .filter((id) => !locations.has(id))
      .map((id) => phrase("setting_unknown", "message_stock_location", { id })),
    ...keys.map((id) => phrase("setting_unknown", "message_carrier_key", { id })),
    ...targets.map(([method, id]) =>
      phrase("setting_unknown", "message_ship_method", { method, id })
    ),
    ...(await unknownReasons(container, Object.keys(edited.refund_reason_map ?? {}))),
  ]
}

async function unknownReasons(container: MedusaContainer, named: string[]): Promise<Phrase[]> {
  if (named.length === 0) return []
  const reasons = await readGraph<{ id: string; code: string | null }>(container, {
    ...{ entity: "refund_reason", fields: ["id", "code"] },
  })
  const known = new Set(reasons.flatMap(({ id, code }) => [id, code]))
  return named
    .filter((key) => !known.has(key))
    .map((id) => phrase("setting_unknown", "message_refund_reason", { id }))
}
