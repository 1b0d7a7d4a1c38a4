/** What is said of orders that cannot be imported, or that were with a caveat; and of an update that became needless. */
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
      "Nothing now: Walmart is asked again with every poll. If this continues, look at the order in Seller Center.",
  },
  address_incomplete: {
    message_street:
      "The shipping address has no street; look it up in Seller Center before you ship.",
    message_city: "The shipping address has no city; look it up in Seller Center before you ship.",
    message_postal_code:
      "The shipping address has no postal code; look it up in Seller Center before you ship.",
    message_name:
      "The shipping address has no recipient's name; look it up in Seller Center before you ship.",
    message_state:
      "The shipping address has no state or province; look it up in Seller Center before you ship.",
  },
  country_unsupported: {
    message:
      'The shipping address is in "{{country}}", a country that Walmart\'s markets do not deliver to.',
    message_unnamed: "The shipping address names no country.",
    remedy:
      "Check the address in Seller Center, and cancel the order there if it cannot be delivered.",
  },
  ship_node_unknown: {
    message:
      'Walmart calls the kind of its ship node "{{type}}", which the plugin does not know, so the order was taken for one that you ship; make sure of that in Seller Center before you ship it.',
  },
  empty_order: {
    message: "Walmart shows no units in order {{order}}.",
    remedy: "Look at the order in Seller Center; it is asked for again with every poll.",
  },
  units_unclear: {
    message:
      "Line {{line}} ({{sku}}): ordered {{ordered}}, but Walmart shows {{open}} open, {{gone}} shipped and {{canceled}} canceled.",
    message_charged: "Line {{line}} ({{sku}}) has no units, but charges of {{amount}}.",
    message_untold:
      "Walmart says what became of {{told}} of {{ordered}} units of {{sku}} (line {{line}}) only; compare the line with Seller Center before you ship it.",
    remedy:
      "Compare the line with the order in Seller Center, and handle it there when it is due; Walmart is asked again with every poll.",
  },
  on_hold: {
    message: "Walmart has units of {{sku}} (line {{line}}) on hold: {{units}}.",
    remedy:
      "Nothing now, and do not ship the order yet: Walmart is asked again with every poll, and the order is imported once it is released.",
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
    message_already: "Order {{order}} is being canceled at Walmart already.",
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
      'Compare the charges with the order in Seller Center. If those per line or per unit are right there, have whoever runs the store set chargesPer to that and onTotalMismatch to "note" for the account in the plugin\'s options; the order is then imported with its charges.',
  },
  total_ambiguous: {
    message:
      "Walmart's total {{total}} fits its charges per line, which leave {{perLine}} to import, and per unit, which leave {{perUnit}}.",
    remedy:
      'Compare the charges with the order in Seller Center. If those per line or per unit are right there, have whoever runs the store set chargesPer to that and onTotalMismatch to "note" for the account in the plugin\'s options; the order is then imported with its charges.',
  },
  charges_per: {
    message_line: "Walmart's total shows that its charges are per line, not per unit.",
    message_unit: "Walmart's total shows that its charges are per unit, not per line.",
    message_unconfirmed_line:
      "Walmart sent no total, so nothing confirms that its charges are per line; compare the order's total with Seller Center.",
    message_unconfirmed_unit:
      "Walmart sent no total, so nothing confirms that its charges are per unit; compare the order's total with Seller Center.",
    message_unchecked:
      "Walmart's total {{total}} could not be checked, because units are canceled.",
    message_imported_line: "It was imported with its charges per line.",
    message_imported_unit: "It was imported with its charges per unit.",
    message_rounded:
      "Each rounded to the least sum of the currency, its charges add up to {{sum}} instead of Walmart's total {{total}}; the order was imported with its charges.",
  },
  discount_unconfirmed: {
    message:
      'Line {{line}} ({{sku}}): "{{name}}" of {{amount}} was read as a discount, and Walmart sent no total that confirms it; compare the order\'s total with Seller Center.',
  },
  charge_incomplete: {
    message_amount:
      'Line {{line}} ({{sku}}): "{{name}}" came without an amount and was read as 0; compare the order\'s total with Seller Center.',
    message_type:
      'Line {{line}} ({{sku}}): Walmart does not say what "{{name}}" of {{amount}} is for, so it was imported as another charge; compare the order with Seller Center.',
    message_price:
      "Line {{line}} ({{sku}}) came without a price, so its item costs nothing in Medusa; compare the order's total with Seller Center.",
  },
  replacement: {
    message: "Replacement for customer order {{order}}.",
    message_unnamed: "Replacement for a customer order that Walmart does not name.",
  },
  canceled_before_import: {
    message: "Walmart had canceled the order before it was imported.",
    message_units:
      "{{canceled}} of {{ordered}} units of {{sku}} (line {{line}}) were canceled at Walmart before the import.",
  },
  oversold: {
    message: "Oversold: {{needed}} needed of {{sku}}, {{available}} available at {{location}}.",
  },
  display_id_taken: {
    message:
      "Medusa's search does not find this order by {{order}}: order {{other}} has that number already.",
  },
  acknowledgment_moot: {
    message:
      "Walmart takes no acknowledgment once a part of the order is shipped or canceled there; the rest is shipped or canceled without one.",
  },
} as const
