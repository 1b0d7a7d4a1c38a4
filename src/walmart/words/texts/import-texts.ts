/** What is said of orders that cannot be imported. */
export const IMPORT_TEXTS = {
  walmart_unavailable: { remedy: "Nothing now: the import is tried again with every poll." },
  import_failed: {
    message: "The import stopped: {{why}}",
    remedy:
      "Nothing now: the import is tried again with every poll. If it keeps failing, show this message and the server's log to whoever runs the store.",
  },
  unreadable: {
    remedy:
      "Look at the order in Seller Center and handle it there before it is due. It is asked for again with every poll; an update of the plugin may be needed to read it.",
  },
  currency_mixed: {
    message: "The charges are in several currencies: {{currencies}}.",
    remedy: "A Medusa order has one currency only; handle the order in Seller Center.",
  },
  sales_channel_missing: {
    message: "The store has no default sales channel.",
    message_named: 'The store has no sales channel "{{channel}}".',
    remedy: "Choose a default sales channel under Settings, Store.",
    remedy_named: "Have whoever runs the store correct the account's sales channel.",
  },
  address_missing: {
    message: "Walmart sent no shipping address with the order.",
    remedy:
      "Nothing now: Walmart is asked again with every poll. If it stays so, look at the order in Seller Center.",
  },
  country_unsupported: {
    message:
      'The shipping address is in "{{country}}", a country that Walmart\'s markets do not deliver to.',
    remedy:
      "Check the address in Seller Center, and cancel the order there if it cannot be delivered.",
  },
  empty_order: {
    message: "Walmart shows no units in order {{order}}.",
    remedy: "Look at the order in Seller Center; it is asked for again with every poll.",
  },
  shipping_profile_missing: {
    message:
      'The product "{{product}}" (SKU {{sku}}) has no shipping profile, so Medusa could not fulfill it.',
    remedy: 'Give "{{product}}" a shipping profile on its product page, then import again.',
  },
  unknown_sku: {
    message: "No product has the SKU {{walmartSku}}.",
    message_mapped: "No product has the SKU {{walmartSku}}, which stands for {{sku}}.",
    message_stock: 'Walmart does not know the SKU "{{sku}}" of this account.',
    remedy: "Choose its product here, or add the SKU {{sku}} to a product variant.",
    remedy_stock:
      "Publish the item in Seller Center, or correct its product in Settings → Walmart, then push again.",
  },
  being_canceled: {
    message: "The order is being canceled at Walmart.",
    remedy: "Nothing now. If Walmart refuses the cancellation, correct or dismiss it first.",
  },
  charge_not_representable: {
    message: "Medusa cannot show a negative amount.",
    message_discounts:
      "Line {{line}} ({{sku}}) has discounts of {{discount}} on a price of {{price}}.",
    message_tax: "Line {{line}} ({{sku}}) has a tax of {{amount}}.",
    message_charges: "Line {{line}} ({{sku}}) has other charges of {{amount}}.",
    message_shipping: "Shipping costs {{amount}}.",
    message_shipping_tax: "The tax on shipping is {{amount}}.",
    remedy: "Compare the charges with the order in Seller Center; handle the order there.",
  },
  not_stocked: {
    message: "SKU {{sku}} is not stocked at {{location}}, where this order is sent from.",
    remedy:
      "Add {{location}} to the inventory of {{sku}} (a quantity of 0 is enough), then import again.",
  },
  stock_location_missing: {
    message:
      'The store has no stock location "{{location}}", which the account names for its orders.',
    message_node:
      'The store has no stock location "{{location}}", which the account names for ship node {{node}}.',
    remedy: "Have whoever runs the store correct the account's stock locations.",
  },
  stock_location_unclear: {
    message:
      "The sales channel {{channel}} has {{locations}} stock locations, and nothing says which one serves this order.",
    message_node:
      "The sales channel {{channel}} has {{locations}} stock locations, and nothing says which one serves Walmart's ship node {{node}}.",
    message_none: "The sales channel {{channel}} has no stock location.",
    remedy: "Choose one in Settings → Walmart under Set up the store; the choices are {{choices}}.",
    remedy_none: "Link a stock location to the sales channel under Settings, Locations & Shipping.",
  },
  region_missing: {
    message: "The store has no region in {{currency}}.",
    message_named:
      'The region "{{region}}" of the account does not exist or is not in {{currency}}.',
    remedy: "Create a region in {{currency}} under Settings, Regions.",
    remedy_named:
      "Create a region in {{currency}} under Settings, Regions, or have whoever runs the store correct the account's region.",
  },
  shipping_option_missing: {
    message: "{{location}} has no shipping option for the shipping profile of {{products}}.",
    message_pickup:
      "{{location}} has only {{pickups}}, which is for picking up and cannot be shipped, for the shipping profile of {{products}}.",
    remedy:
      "Add a shipping option of that profile to {{location}} under Settings, Locations & Shipping.",
  },
  total_mismatch: {
    message: "Walmart's total is {{total}}, but its charges add up to {{sum}}.",
    message_both:
      "Walmart's total is {{total}}, but its charges add up to {{perLine}} per line or {{perUnit}} per unit.",
    remedy:
      'Compare the charges with the order in Seller Center. If those per line or per unit are right there, set chargesPer to that and onTotalMismatch to "note" for the account in the plugin\'s options, and the order is imported with its charges.',
  },
  total_ambiguous: {
    message:
      "Walmart's total {{total}} fits its charges per line, which leave {{perLine}} to import, and per unit, which leave {{perUnit}}.",
    remedy:
      'Compare the charges with the order in Seller Center. If those per line or per unit are right there, set chargesPer to that and onTotalMismatch to "note" for the account in the plugin\'s options, and the order is imported with its charges.',
  },
} as const
