/** What is said of what an account's orders need of the store, and of what the store lacks. */
export const PLACE_TEXTS = {
  account_note: { message: 'Account "{{account}}":' },
  check_sales_channel: {
    message: "Orders go to the sales channel {{channel}}.",
    message_missing:
      "The store has no default sales channel: set one in Settings → Store, or set salesChannelId.",
  },
  check_region: { message: "Orders go to the region {{region}}." },
  check_stock_location: {
    message: "Orders ship from {{locations}}.",
    message_none:
      "The sales channel {{channel}} has no stock location: link one, or set stockLocationId.",
    message_several:
      "The sales channel {{channel}} has {{locations}} stock locations, so no order can be imported until stockLocationId says which one ships: {{choices}}.",
  },
  check_shipping_options: {
    message: "Every shipping profile has a shipping option.",
    message_profile_missing: "The store has no shipping profile.",
    message_missing: "{{location}} has no shipping option of the profile {{profile}}.",
    message_methods:
      "{{location}} has no shipping option of the profile {{profile}} for these ship methods of Walmart's: {{methods}}.",
    remedy_profile_missing: "Make a shipping profile under Settings, Locations & Shipping.",
    remedy_missing: "Add one under Settings, Locations & Shipping.",
  },
  check_options: {
    message_sales_channel: 'The store has no sales channel "{{id}}": correct {{option}}.',
    message_stock_location: 'The store has no stock location "{{id}}": correct {{option}}.',
    message_shipping_option: 'The store has no shipping option "{{id}}": correct {{option}}.',
    message_shipping_profile: 'The store has no shipping profile "{{id}}": correct {{option}}.',
    message_carrier_key:
      'The store has no shipping option or fulfillment provider "{{id}}": correct {{option}}.',
    remedy:
      "Change it in Settings → Walmart if it was set there, otherwise in medusa-config, and restart then.",
  },
  check_products: {
    message: "The store has every SKU that Walmart lists.",
    message_empty: "Walmart lists no SKU of this seller yet.",
    message_part:
      "Only the first {{skus}} SKUs that Walmart lists were compared, and not what the store sells besides.",
    message_unread: "Walmart's SKUs could not be compared with the store's.",
    message_lacking_one:
      "Walmart lists {{count}} SKU that no product variant of the store has: {{skus}}. Its orders cannot be imported.",
    message_lacking_other:
      "Walmart lists {{count}} SKUs that no product variant of the store has: {{skus}}. Their orders cannot be imported.",
    message_bare_one:
      "The product of {{count}} SKU has no shipping profile, so its orders cannot be imported: {{skus}}.",
    message_bare_other:
      "The products of {{count}} SKUs have no shipping profile, so their orders cannot be imported: {{skus}}.",
    message_only_here_one:
      "The sales channel has {{count}} SKU that Walmart does not list: {{skus}}.",
    message_only_here_other:
      "The sales channel has {{count}} SKUs that Walmart does not list: {{skus}}.",
    remedy_lacking:
      "Add these SKUs to product variants, or choose their products in Settings → Walmart.",
    remedy_bare: "Give each product a shipping profile on its page.",
  },
} as const
