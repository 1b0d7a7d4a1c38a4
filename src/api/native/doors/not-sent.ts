/** Why Medusa's screens for money and goods that come back refuse a Walmart order. */
export const NOT_SENT =
  'always, because Walmart is not sent it; saved with the option `returnsAndRefunds: "allow"`'
