import OrderModule from "@medusajs/medusa/order"
import { defineLink } from "@medusajs/framework/utils"
import WalmartModule from "../modules/walmart"

/** `order.walmart_order`: one object, absent for orders of other channels. */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  { ...WalmartModule.linkable.walmartOrder.id, primaryKey: "order_id" },
  { readOnly: true }
)
