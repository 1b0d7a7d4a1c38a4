import { alpha2Of } from "../common/country"
import type { PlannedAddress } from "./planned-order"
import { lineQuantities, openQuantity, type Order } from "../orders/order"
import type { Attention } from "../updates/model/update"
import { type Phrase, phrase, say } from "../words/phrase"

/** Shipping address in Medusa's words, or why there is none. */
export function planAddress({ address, phone }: Order): PlannedAddress | Attention {
  if (!address) return say("address_missing", {})
  const country = alpha2Of(address.country)
  if (!country) {
    return say(
      "country_unsupported",
      { country: address.country },
      address.country ? "" : "unnamed"
    )
  }
  const [first, ...rest] = address.name.trim().split(/\s+/)
  return {
    first_name: first,
    last_name: rest.join(" "),
    address_1: address.address1,
    address_2: address.address2,
    city: address.city,
    province: address.state,
    postal_code: address.postalCode,
    country_code: country,
    phone,
  }
}

/** Countries whose addresses have a state or a province on every label. */
const STATES_NAMED = new Set(["us", "ca"])

/** What an address lacks that a parcel needs, while there is something to send; the order is imported nevertheless. */
export function addressNotes({ address, lines }: Pick<Order, "address" | "lines">): Phrase[] {
  const isOpen = lines.some((line) => openQuantity(lineQuantities(line)) > 0)
  if (!address || !isOpen) return []
  const needsState = STATES_NAMED.has(alpha2Of(address.country) ?? "")
  return [
    ...(address.name ? [] : [phrase("address_incomplete", "message_name", {})]),
    ...(address.address1 ? [] : [phrase("address_incomplete", "message_street", {})]),
    ...(address.city ? [] : [phrase("address_incomplete", "message_city", {})]),
    ...(address.state || !needsState ? [] : [phrase("address_incomplete", "message_state", {})]),
    ...(address.postalCode ? [] : [phrase("address_incomplete", "message_postal_code", {})]),
  ]
}
