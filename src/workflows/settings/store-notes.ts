import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logLine } from "../../modules/walmart/common/failure"
import type WalmartModuleService from "../../modules/walmart/service"
import { laterImports } from "../../walmart/doctor/check-work"
import { type NamedPlaces, storeFaults } from "../../walmart/settings/store-faults"
import { type Phrase, phrase, type Text, textIn } from "../../walmart/words/phrase"
import { existingIds } from "../shared/existing-ids"
import { importFrom, importSettings, loadPlaces, walmartOf } from "../import/store/load-store"

/** What is wrong between the options of each connected account and the store, a text an account; none for accounts that fit. */
export async function storeNotes(container: MedusaContainer): Promise<Text[]> {
  const walmart = walmartOf(container)
  const notes: Text[] = []
  for (const { id } of walmart.options.accounts) {
    const faults = await accountFaults(container, walmart, id)
    if (faults.length === 0) continue
    const about = phrase("account_note", "message", { account: id })
    notes.push(textIn([about, ...faults.flat()]))
  }
  return notes
}

/** Logs what is wrong, each text once per process. Never throws: the polls continue, and each order says what it lacks. */
export async function logStoreNotes(container: MedusaContainer): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const { newNotes } = walmartOf(container)
    const notes = await storeNotes(container)
    for (const text of newNotes(notes.map((note) => note.text))) logger.warn(`Walmart: ${text}`)
  } catch (error) {
    logger.warn(logLine("Walmart: the options could not be held against the store", error))
  }
}

async function accountFaults(
  container: MedusaContainer,
  walmart: WalmartModuleService,
  accountId: string
): Promise<Phrase[][]> {
  const settings = await importSettings(walmart, accountId)
  const { carrierMap } = (await walmart.accountSettings())(accountId)
  const named = { ...settings, carrierMap }
  const [places, existing] = await Promise.all([
    loadPlaces(container, settings),
    namedThatExist(container, named),
  ])
  const now = (await walmart.databaseNow()).getTime()
  const later = laterImports(importFrom(walmart, accountId, now), now)
  return [...storeFaults(named, { ...places, existing }), ...later.map((said) => [said])]
}

/** Ids of those shipping options, profiles and providers that options and settings name and the store has. */
export async function namedThatExist(
  container: MedusaContainer,
  { shippingOptions, carrierMap }: NamedPlaces
): Promise<Set<string>> {
  const keys = Object.keys(carrierMap)
  const profiles = shippingOptions.flatMap(({ shippingProfileId: id }) => id ?? [])
  const found = await Promise.all([
    existingIds(container, "shipping_option", [...keys, ...shippingOptions.map(({ id }) => id)]),
    existingIds(container, "shipping_profile", profiles),
    existingIds(container, "fulfillment_provider", keys),
  ])
  return new Set(found.flatMap((ids) => [...ids]))
}
