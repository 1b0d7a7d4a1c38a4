import OrderModule from "@medusajs/medusa/order"
import { defineLink } from "@medusajs/framework/utils"
import WalmartModule from "../modules/walmart"

/** `walmart_order.order`, by the id kept on the Walmart order; no table of its own. */
export default defineLink(
  { linkable: WalmartModule.linkable.walmartOrder, field: "order_id" },
  OrderModule.linkable.order,
  { readOnly: true }
)
