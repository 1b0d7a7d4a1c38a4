import { alpha2Of } from "../common/country"
import type { PlannedAddress } from "./planned-order"
import type { Order } from "../orders/order"
import type { Attention } from "../updates/model/update"
import { say } from "../words/phrase"

/** Shipping address in Medusa's words, or why there is none. */
export function planAddress({ address, phone }: Order): PlannedAddress | Attention {
  if (!address) return say("address_missing", {})
  const country = alpha2Of(address.country)
  if (!country) return say("country_unsupported", { country: address.country })
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
