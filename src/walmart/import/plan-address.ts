import { alpha2Of } from "../common/country"
import type { PlannedAddress } from "./planned-order"
import type { Order } from "../orders/order"
import type { Attention } from "../updates/model/update"

/** Shipping address in Medusa's words, or why there is none. */
export function planAddress({ address, phone }: Order): PlannedAddress | Attention {
  if (!address) {
    return {
      code: "address_missing",
      message: "Walmart sent no shipping address with the order.",
      remedy:
        "Nothing now: Walmart is asked again with every poll. If it stays so, look at the order in Seller Center.",
    }
  }
  const country = alpha2Of(address.country)
  if (!country) {
    return {
      code: "country_unsupported",
      message: `The shipping address is in "${address.country}", a country that Walmart's markets do not deliver to.`,
      remedy:
        "Check the address in Seller Center, and cancel the order there if it cannot be delivered.",
    }
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
