import type { WalmartPluginOptions } from "medusa-plugin-walmart/types"

type Account = NonNullable<WalmartPluginOptions["accounts"]>[number]

/** `marketOverrides` of an account in medusa-config. */
export const marketOverrides: Account["marketOverrides"] = {
  carriers: ["Gofast"], // exactly as Walmart spells it
  carrierNumbers: { Gofast: ["GFAS\\d{14}"] }, // also for carriers that were listed before
  carrierSites: { Gofast: ["gofast.example"] }, // links to this site and its subdomains tell the carrier
  shipMethods: ["SameDay"], // for `methodCode` of `shippingOptions`
  cancellationReasons: [
    {
      code: "SELLER_CANCEL_OUT_OF_STOCK", // replaces what the plugin says of it
      label: "Sold out in the shop",
      effect: "Walmart sets the item to 0 until you count again.",
      ...{ onlyWhenCustomerAsked: false, zeroesStock: true, countsAgainstSeller: true },
    },
  ],
}
