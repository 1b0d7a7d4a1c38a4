import { model } from "@medusajs/framework/utils"
import { WalmartOrder } from "./walmart-order"

/** One line of a Walmart order with its quantity in each state, as last read from Walmart. */
export const WalmartOrderLine = model
  .define("walmart_order_line", {
    id: model.id({ prefix: "wmol" }).primaryKey(),
    walmart_order: model.belongsTo(() => WalmartOrder, { mappedBy: "lines" }),
    /** Walmart's line number, a string that need not be contiguous. */
    line_number: model.text(),
    /** Walmart SKU. */
    sku: model.text().searchable(),
    /** Name the buyer saw. */
    product_name: model.text(),
    /** Units ordered. */
    quantity: model.number(),
    /** Medusa order line item, chosen before the order is created; null for a line that was fully canceled before import. */
    line_item_id: model.text().nullable(),
    /** Units of the Medusa line item at import: what was ordered less what Walmart had canceled by then. */
    imported_quantity: model.number().default(0),
    created_quantity: model.number().default(0),
    acknowledged_quantity: model.number().default(0),
    shipped_quantity: model.number().default(0),
    delivered_quantity: model.number().default(0),
    canceled_quantity: model.number().default(0),
    refunded_quantity: model.number().default(0),
    /** The buyer asked Walmart to cancel this line. */
    customer_asked_to_cancel: model.boolean().default(false),
    /** Walmart's charges of the line in hundredths of the currency's unit, taxes included. */
    total: model.bigNumber().default(0),
  })
  .indexes([
    { on: ["walmart_order_id", "line_number"], unique: true },
    { on: ["line_item_id"] },
    {
      name: "IDX_walmart_order_line_created",
      on: ["walmart_order_id"],
      where: "created_quantity > 0 AND deleted_at IS NULL",
    },
  ])
