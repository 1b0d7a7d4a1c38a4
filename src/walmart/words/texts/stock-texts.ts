/** What is said of stock that cannot be sent. */
export const STOCK_TEXTS = {
  stock_variant_missing: {
    message: "No product has Walmart's SKU {{walmartSku}}, so its stock is not known.",
    message_mapped:
      "No product has Walmart's SKU {{walmartSku}}, which stands for {{sku}}, so its stock is not known.",
    remedy:
      "Add the SKU {{sku}} to a product variant, or choose the product in Settings → Walmart.",
  },
  stock_not_counted: {
    message: "Medusa does not manage the stock of {{sku}}, so there is no figure to send.",
    remedy:
      'Set a cap for it in stockSkus of the account in the plugin\'s options, or switch "Manage inventory" on for the variant.',
  },
  stock_feed_refused: {
    message: "Walmart did not take the figure of {{sku}} from a feed and says: {{said}}",
    remedy: "Look at the item in Seller Center, then send the figure again.",
  },
} as const
