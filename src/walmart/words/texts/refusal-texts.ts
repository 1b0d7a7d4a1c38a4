/** What is said of refusals whose words are known (docs/walmart-api.md, "Errors"). */
export const REFUSAL_TEXTS = {
  method_code_mismatch: {
    message: "The ship method is not the one the order was placed with.",
    remedy: "Refresh the order from Walmart, then retry: the order's own ship method is sent.",
  },
  already_shipped: {
    message: "Walmart has these units as shipped already.",
    remedy:
      "Refresh the order and compare the tracking number. If it is wrong at Walmart, correct it in Seller Center; then dismiss this update with a note.",
  },
  already_canceled: {
    message: "Walmart has these units as canceled already.",
    remedy: "Do not ship them. Refresh the order, then dismiss this update with a note.",
  },
  too_many_units: {
    message: "More units were reported than are still open on the Walmart order.",
    remedy:
      "Refresh the order and compare; ship what is missing in Seller Center, then dismiss this update with a note.",
  },
  already_past_acknowledgment: {
    message: "The order is already further than acknowledged.",
    remedy: "Nothing is lost: refresh the order, then dismiss this update.",
  },
  customer_asked_to_cancel: {
    message: "The customer asked Walmart to cancel this line.",
    message_line: "The customer asked Walmart to cancel line {{line}} ({{sku}}) before it shipped.",
    remedy:
      "Cancel the line with the reason that the customer asked for it, or confirm that it is shipped all the same.",
    message_unshipped:
      "The customer asked Walmart to cancel line {{line}}, which has not been shipped.",
    remedy_line: "Cancel the line with the customer's reason, or retry with “ship anyway”.",
    remedy_unshipped:
      "Cancel this fulfillment and then the order or the line, or choose “ship anyway” for this fulfillment in the Walmart box and ship again.",
  },
  label_hazardous_material: {
    message:
      "Walmart's shipping label cannot be made because the item counts as hazardous material.",
    remedy: "Correct the item's hazard data at Walmart or ship with another carrier, then retry.",
  },
  label_customs_data_missing: {
    message:
      "The customs data of an item is incomplete (HS code, country of origin or product URL).",
    remedy: "Complete the item's data in Walmart's Seller Center, then retry.",
  },
  label_carrier_failed: {
    message: "The carrier did not make Walmart's shipping label, or the shipment is not eligible.",
    remedy:
      "It is retried automatically. If this continues, check in Seller Center whether the shipment is eligible.",
  },
  tracking_number_invalid: {
    message: "Walmart does not accept the tracking number.",
    remedy: "Compare the number with the label and check the carrier, correct it, then retry.",
  },
  ship_date_invalid: {
    message: "Walmart does not accept the ship date.",
    remedy:
      "Check this server's clock and retry; if it is refused again, ship it in Seller Center, then dismiss this update with a note.",
  },
  date_format: {
    message: "Walmart cannot read a date that was sent.",
    remedy: "Report this as a bug of the plugin, with the correlation id.",
  },
} as const
