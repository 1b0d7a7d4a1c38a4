/** Why Medusa's screens for money and goods that come back refuse a Walmart order. */
export const NOT_SENT =
  'always, because Walmart is not sent it; saved with the option `onlyInMedusa: "allow"`'

/** Why Medusa's screens refuse a return that Walmart's buyer did not begin. */
export const BEGINS_AT_WALMART =
  'because a buyer begins a return at Walmart, from where it comes in by itself; saved with the option `onlyInMedusa: "allow"`'

/** Why Medusa's Receive screen refuses a return that is not Walmart's. */
export const NOT_WALMARTS =
  'a return that is none of Walmart\'s; saved with the option `onlyInMedusa: "allow"`'
