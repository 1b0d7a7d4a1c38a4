import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PlaceFacts, ShippingProfile } from "../../walmart/doctor/facts"
import { importSettings, loadPlaces, walmartOf } from "../import/store/load-store"
import {
  SHIPPING_OPTION_FIELDS,
  type ShippingOptionRow,
  toShippingOption,
} from "../import/store/store-rows"
import { namedThatExist } from "../settings/store-notes"
import { readGraph } from "../shared/read-graph"

/** Reads what of the store an account's orders need. */
export async function loadPlaceFacts(
  container: MedusaContainer,
  accountId: string
): Promise<PlaceFacts> {
  const walmart = walmartOf(container)
  const imported = await importSettings(walmart, accountId)
  const { carrierMap } = (await walmart.accountSettings())(accountId)
  const settings = { ...imported, carrierMap }
  const [store, existing, options, profiles] = await Promise.all([
    loadPlaces(container, settings),
    namedThatExist(container, settings),
    readGraph<ShippingOptionRow>(container, {
      entity: "shipping_option",
      fields: SHIPPING_OPTION_FIELDS,
    }),
    loadProfiles(container),
  ])
  const shippingOptions = options.flatMap(toShippingOption)
  return { settings, store, existing, shippingOptions, profiles }
}

async function loadProfiles(container: MedusaContainer): Promise<ShippingProfile[]> {
  const entity = "shipping_profile"
  const profiles = await readGraph<Omit<ShippingProfile, "isUsed">>(container, {
    ...{ entity, fields: ["id", "name"] },
  })
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const known = profiles.map(async (profile) => {
    const { data } = await query.graph({
      entity: "product_shipping_profile",
      fields: ["product_id"],
      filters: { shipping_profile_id: profile.id },
      pagination: { take: 1 },
    })
    return { ...profile, isUsed: data.length > 0 }
  })
  return Promise.all(known)
}
