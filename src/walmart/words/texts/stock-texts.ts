/** What is said of stock that cannot be sent. */
export const STOCK_TEXTS = {
  stock_variant_missing: {
    message: "No product of the store has Walmart's SKU {{walmartSku}}, so its stock is not known.",
    message_mapped:
      "No product of the store has Walmart's SKU {{walmartSku}} (mapped to {{sku}} by skuMap), so its stock is not known.",
    remedy:
      "Give the right variant the SKU {{sku}}, or add \"{{walmartSku}}\" with the variant's SKU to skuMap of the account in the plugin's options.",
  },
  stock_not_counted: {
    message: "Medusa does not manage the stock of {{sku}}, so there is no figure to send.",
    remedy:
      'Set a cap for it in stockSkus of the account in the plugin\'s options, or switch "Manage inventory" on for the variant.',
  },
} as const
