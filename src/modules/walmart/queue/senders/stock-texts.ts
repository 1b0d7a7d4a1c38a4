import type { Attention } from "../../../../walmart/updates/model/update"

/** Walmart answers 404 for the SKU, also after a while (docs/walmart-api.md, "Inventory"). */
export function unknownSku(sku: string): Attention {
  return {
    code: "unknown_sku",
    message: `Walmart does not know the SKU "${sku}" of this account.`,
    remedy:
      "Publish the item in Seller Center, or correct skuMap of the account in the plugin's options, then push again.",
  }
}

/** What was tried for as long as it may be. */
export function stockGivenUp({ code, message }: Pick<Attention, "code" | "message">): Attention {
  const remedy = "It was tried for a long time. Look at the item in Seller Center, then push again."
  return { code, message, remedy }
}
