import type { DoorRow } from "./door-row"

/** Everything of Medusa's that is no order's. */
export const otherDoors: DoorRow[] = [
  {
    does: "Change products, kits and categories",
    routes: [
      "/admin/products/**",
      "/admin/product-categories/**",
      "/admin/product-options/**",
      "/admin/product-tags/**",
      "/admin/product-types/**",
      "/admin/collections/**",
    ],
    workflows: ["product/*", "product-category/*"],
    afterwards: "harmless",
    because:
      "an order keeps what each of its units took from stock; `units_not_whole` where that is not known",
  },
  {
    does: "Change stock, its places and the channels it is sold in",
    routes: ["/admin/inventory-items/**", "/admin/stock-locations/**", "/admin/sales-channels/**"],
    workflows: ["inventory/*", "stock-location/*", "sales-channel/*"],
    afterwards: "harmless",
    because: "orders keep their items; Medusa itself refuses to fulfill without stock",
  },
  {
    does: "Change prices, taxes, regions and promotions",
    routes: [
      "/admin/price-lists/**",
      "/admin/price-preferences/**",
      "/admin/tax-rates/**",
      "/admin/tax-regions/**",
      "/admin/regions/**",
      "/admin/promotions/**",
      "/admin/campaigns/**",
      "/admin/stores/**",
    ],
    workflows: ["price-list/*", "pricing/*", "tax/*", "region/*", "promotion/*", "store/*"],
    afterwards: "harmless",
    because: "an order keeps the prices and taxes it was imported with",
  },
  {
    does: "Change customers",
    routes: ["/admin/customers/**", "/admin/customer-groups/**", "/store/customers/**"],
    workflows: ["customer/*", "customer-group/*"],
    afterwards: "harmless",
    because: "orders keep their own addresses, and the plugin reads no customer",
  },
  {
    does: "Run any workflow by its name",
    routes: ["/admin/workflows-executions/**"],
    afterwards: "noticed",
    because:
      "it passes by all that is checked here; what it changes is planned or noticed as in that workflow's row",
  },
  {
    does: "Link records to each other",
    workflows: ["common/*"],
    afterwards: "planned",
    because:
      "a fulfillment linked to a Walmart order is planned for like any other; one that was unlinked is `fulfillment_missing`",
  },
  {
    does: "Set up the shop and its staff",
    routes: [
      "/admin/api-keys/**",
      "/admin/index/**",
      "/admin/invites/**",
      "/admin/layouts/**",
      "/admin/property-labels/**",
      "/admin/rbac/**",
      "/admin/search-indexes/**",
      "/admin/translations/**",
      "/admin/uploads/**",
      "/admin/users/**",
      "/admin/views/**",
      "/auth/**",
      "/cloud/**",
      "/store/search",
    ],
    workflows: [
      "api-key/*",
      "auth/*",
      "defaults/*",
      "file/*",
      "invite/*",
      "rbac/*",
      "search/*",
      "settings/*",
      "translation/*",
      "user/*",
    ],
    afterwards: "harmless",
    because: "it touches no order",
  },
]
