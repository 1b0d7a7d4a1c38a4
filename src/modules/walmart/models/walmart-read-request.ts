import { model } from "@medusajs/framework/utils"

/** That an order is to be read from Walmart, once for all the events and days that ask for it; changed only by `read-request-sql.ts`. */
export const WalmartReadRequest = model
  .define("walmart_read_request", {
    id: model.id({ prefix: "wmrr" }).primaryKey(),
    account_id: model.text(),
    purchase_order_id: model.text(),
    /** When it may be read; while it is being read, when the lease ends; null when nothing is due. */
    next_due_at: model.dateTime().nullable(),
    /** Rises with every event, so that the end of a read notices what came during it. */
    wanted: model.number().default(0),
    /** Rises with every claim, so that a former owner's statements change nothing. */
    fence: model.number().default(0),
    /** Reads that have failed one after the other. */
    attempts: model.number().default(0),
    /** When the last read was begun. */
    last_read_at: model.dateTime().nullable(),
    last_error: model.text().nullable(),
  })
  .indexes([
    { on: ["account_id", "purchase_order_id"], unique: true },
    {
      name: "IDX_walmart_read_request_due",
      on: ["next_due_at"],
      where: "next_due_at IS NOT NULL AND deleted_at IS NULL",
    },
  ])
