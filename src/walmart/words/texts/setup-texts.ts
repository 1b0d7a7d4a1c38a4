/** What the setup would make, and what it asks. */
export const SETUP_TEXTS = {
  setup_offer: { remedy: "Or have the setup make what is missing." },
  setup_step: {
    message_create_sales_channel:
      "Create the sales channel {{name}} and make it the store's default.",
    message_add_currency: "Add {{currency}} to the store's currencies.",
    message_create_region: "Create the region {{name}} in {{currency}}.",
    message_create_region_for: "Create the region {{name}} in {{currency}} for {{countries}}.",
    message_create_stock_location: "Create the stock location {{name}} in {{country}}.",
    message_link_stock_location: "Link the stock location {{location}} to the sales channel.",
    message_choose_stock_location: "Ship from {{location}}, as a setting of the account.",
    message_map_ship_nodes: "Map Walmart's ship nodes, as a setting of the account: {{nodes}}.",
    message_create_shipping_profile: "Create the shipping profile {{name}}.",
    message_assign_profile_one:
      "Give the shipping profile {{profile}} to {{count}} product: {{products}}.",
    message_assign_profile_other:
      "Give the shipping profile {{profile}} to {{count}} products: {{products}}.",
    message_create_shipping_option:
      "Create a free shipping option at {{location}} for the profile {{profile}}, which the storefront does not offer.",
  },
  setup_question: {
    message_stock_location:
      "The store has several stock locations. From which one do Walmart's orders ship?",
    message_ship_nodes:
      "Which stock location is each of Walmart's ship nodes? Not named yet: {{nodes}}. Those left out ship from the account's stock location.",
  },
} as const
