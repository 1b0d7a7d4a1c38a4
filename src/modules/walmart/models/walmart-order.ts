import { model } from "@medusajs/framework/utils"
import type {
  DismissedDiscrepancy,
  Discrepancy,
} from "../../../walmart/reconciliation/figures/discrepancy"
import type { Snapshot } from "../../../walmart/orders/order"
import type { ChosenReasons } from "../../../walmart/updates/model/chosen-reason"
import type { LineCancellation } from "../../../walmart/updates/model/update"
import type { Phrase, Text, Words } from "../../../walmart/words/phrase"

/** One Walmart purchase order, as last read from Walmart, and the Medusa order it became. */
export const WalmartOrder = model
  .define("walmart_order", {
    id: model.id({ prefix: "wmo" }).primaryKey(),
    /** Account id from the plugin's options. */
    account_id: model.text(),
    /** Walmart's identity of the order. */
    purchase_order_id: model.text().searchable(),
    /** The number the buyer sees; several purchase orders may share it. */
    customer_order_id: model.text().searchable(),
    /** Medusa order; chosen before that order is created, so that an import can be repeated. Null for orders kept without one. */
    order_id: model.text().unique().nullable(),
    /** When the Medusa order, its reservations and its payment record were all in place. */
    imported_at: model.dateTime().nullable(),
    /** Why no Medusa order could be made: machine-readable code, null when none is known. */
    import_error_code: model.text().nullable(),
    /** The same in words, with the value that is wrong. */
    import_error: model.text().nullable(),
    /** What a person can do about it. */
    import_remedy: model.text().nullable(),
    /** Error and remedy as sentences that a screen may translate. */
    import_words: model.json<Words>().nullable(),
    /** When somebody decided that it stays out of Medusa, because it was handled elsewhere; null while nobody did. */
    left_out_at: model.dateTime().nullable(),
    /** Who decided. */
    left_out_by: model.text().nullable(),
    /** Why, in that person's words. */
    left_out_note: model.text().nullable(),
    /** What was imported with a reservation (for example more units than in stock), as a list of notes; never blocks. */
    import_notes: model.json<Text[]>().nullable(),
    /** When Walmart took the order. */
    ordered_at: model.dateTime(),
    /** When the acknowledgment is due (four hours after the order in the US). */
    acknowledge_by: model.dateTime().nullable(),
    /** Estimated ship date: the shipment must have reached Walmart by then. */
    ship_by: model.dateTime().nullable(),
    /** Estimated delivery date. */
    deliver_by: model.dateTime().nullable(),
    /** When Walmart cancels what is not shipped, from the market's rule. */
    auto_cancel_at: model.dateTime().nullable(),
    /** Walmart's method code; echoed with every shipment. */
    method_code: model.text(),
    /** Ship node the order is fulfilled from. */
    ship_node_id: model.text().nullable(),
    /** `SellerFulfilled`, `WFSFulfilled` or `3PLFulfilled`; only the first may be changed by a seller. */
    ship_node_type: model.text(),
    /** `REGULAR`, `REPLACEMENT` or what Walmart adds later; null when it did not say. */
    order_type: model.text().nullable(),
    /** Derived from the line quantities; written only by the statement that writes those. */
    status: model.enum(["open", "partially_shipped", "shipped", "canceled"]).default("open"),
    /** True when the buyer asked Walmart to cancel at least one line that is still open. */
    customer_asked_to_cancel: model.boolean().default(false),
    /** Cancellation reason that staff chose last on the order, a code of the market. */
    cancellation_reason: model.text().nullable(),
    /** Who chose it. */
    cancellation_reason_by: model.text().nullable(),
    /** What each person chose: reason and time by the person's id; null while nobody did. */
    chosen_reasons: model.json<ChosenReasons>().nullable(),
    /** Units canceled with a reason of their own, as a list; see `LineCancellation` in `src/walmart/updates/model/update.ts`. */
    line_cancellations: model.json<LineCancellation[]>().nullable(),
    /** What staff wrote about the order for each other; null when nothing. */
    note: model.text().nullable(),
    /** Who wrote it last. */
    note_by: model.text().nullable(),
    /** When that was. */
    note_at: model.dateTime().nullable(),
    /** ISO currency code in lower case. */
    currency_code: model.text(),
    /** Walmart's total in hundredths of the currency's unit, all charges and taxes. Chile's reach beyond an integer column. */
    total: model.bigNumber().default(0),
    /** Last order read from Walmart, personal data removed. */
    snapshot: model.json<Snapshot>().nullable(),
    /** When that was. */
    refreshed_at: model.dateTime().nullable(),
    /** When an answer about it could not be understood for the first time since the last good read; null while reads are good. */
    unreadable_since: model.dateTime().nullable(),
    /** What was wrong with that answer, as sentences that a screen may translate. */
    unreadable_words: model.json<Phrase[]>().nullable(),
    /** Where Medusa and Walmart disagree and no unfinished update explains it; null when they agree. Written only when it changes. */
    discrepancies: model.json<Discrepancy[]>().nullable(),
    /** Differences a person dismissed, with note, name and time; each is forgotten once its figures change. */
    dismissed_discrepancies: model.json<DismissedDiscrepancy[]>().nullable(),
    /** Fingerprint of what was read, so that the same again costs no write. */
    content_hash: model.text().nullable(),
    /** Rises with every change of the order's updates. */
    revision: model.number().default(0),
    /** When one of its updates changed last. */
    last_update_at: model.dateTime().nullable(),
    /** What both sides were like when the sweep last compared them and found nothing to do; null when it has to look again. */
    compared_as: model.text().nullable(),
    /** When that was. */
    compared_at: model.dateTime().nullable(),
    /** Its line items, as the lines name them, kept by that comparison so that the next one finds its fulfillments without the lines. */
    compared_items: model.array().nullable(),
    /** Since when it is a case at Walmart, so that calls and snapshot are kept beyond the retention; null for most. */
    case_marked_at: model.dateTime().nullable(),
    /** Who said so. */
    case_marked_by: model.text().nullable(),
    lines: model.hasMany(() => WalmartOrderLine, { mappedBy: "walmart_order" }),
  })
  .indexes([
    { on: ["account_id", "purchase_order_id"], unique: true },
    { on: ["customer_order_id"] },
    { on: ["imported_at"] },
    { on: ["account_id", "status"] },
    // What pages are sorted by, with the id that breaks ties; order numbers have theirs in the migration.
    { on: ["status", "id"] },
    { on: ["ordered_at", "id"] },
    { on: ["acknowledge_by", "id"] },
    { on: ["ship_by", "id"] },
    { on: ["deliver_by", "id"] },
    { on: ["auto_cancel_at", "id"] },
    { on: ["total", "id"] },
    { on: ["created_at", "id"] },
    { on: ["refreshed_at", "id"] },
    { on: ["last_update_at", "id"] },
    {
      name: "IDX_walmart_order_waiting",
      on: ["account_id", "ordered_at"],
      where: "imported_at IS NULL AND order_id IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_order_import_failed",
      on: ["account_id"],
      where:
        "imported_at IS NULL AND order_id IS NOT NULL AND import_error_code IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_order_open",
      on: ["compared_at"],
      where: "status IN ('open', 'partially_shipped') AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_order_unfinished",
      on: ["order_id"],
      where:
        "status IN ('open', 'partially_shipped') AND compared_as IS NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_order_closed",
      on: ["updated_at"],
      where: "status IN ('shipped', 'canceled') AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_order_discrepancies",
      on: ["account_id"],
      where: "discrepancies IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_order_snapshot",
      on: ["refreshed_at"],
      where: "snapshot IS NOT NULL AND deleted_at IS NULL",
    },
  ])

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
    /** Canceled units whose stock was asked for since they came free in Medusa. */
    freed_quantity: model.number().default(0),
    /** Canceled units for which Walmart set the listing to 0 and a recount was begun. */
    zeroed_quantity: model.number().default(0),
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
