/** Codes of `shippingInfo.methodCode` that Walmart gives orders (walmart-api 2.4); other markets write them in capitals. */
export const METHOD_CODES = ["Value", "Standard", "Express", "OneDay", "Freight", "WhiteGlove"]
