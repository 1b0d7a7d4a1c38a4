/** Codes of `shippingInfo.methodCode` that Walmart gives orders (docs/walmart-api.md, "Shipping"); other markets write them in capitals. */
export const METHOD_CODES = ["Value", "Standard", "Express", "OneDay", "Freight", "WhiteGlove"]
