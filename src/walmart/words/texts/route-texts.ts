/** What is said of requests that are refused, whatever they are about. */
export const ROUTE_TEXTS = {
  request_unreadable: {
    message_parameter: 'The parameter "{{name}}" is not known. Leave it out.',
    message_address: '"{{value}}" in the address cannot be decoded. Write a percent sign as %25.',
    message_nul: "The request holds a NUL character, which no text may have. Remove it.",
    message_half:
      "The request holds half of a character, such as of a cut-off emoji. Type the text again.",
    message_name: 'Nothing in a request may be named "{{name}}". Choose another name.',
  },
  order_unknown: {
    message: 'There is no Walmart order "{{id}}".',
    remedy:
      "Use the id of a Walmart order, the id of its Medusa order, or its purchase order number.",
    remedy_list: "Open it from the list of Walmart orders.",
  },
  order_ambiguous: {
    message: 'Several accounts have an order "{{id}}": {{orders}}.',
    message_named: '"{{id}}" means several orders.',
    remedy: "Use one of these ids.",
    remedy_named: "Use the purchase order number of one of them: {{orders}}.",
    in_account: "{{id}} (account {{account}})",
  },
  order_busy: {
    message:
      "Walmart order {{order}} is being changed by another request right now, so nothing was saved.",
    remedy: "Reload the order, and repeat this if it is still needed.",
  },
  order_in_medusa: {
    message: "Order {{order}} is in Medusa already.",
    remedy: "Open it there and work on it as usual.",
  },
  leave_out_open: {
    message: "Walmart still waits for units of order {{order}}.",
    remedy:
      "Ship or cancel them in Seller Center first. Or mend what prevents the import, and work on the order in Medusa.",
  },
  order_confirmed: {
    message: "Order {{order}} is confirmed at Walmart already.",
    remedy: "There is nothing to do.",
  },
  order_item_unknown: {
    message: "Order {{order}} has no item with the SKU {{sku}}.",
    message_named: 'The order has no item "{{name}}". Its items are {{skus}}.',
  },
  order_edit_open: {
    message: "Order {{order}} is being changed in Medusa (change {{change}}).",
    message_mirror: "The order is being changed in Medusa (change {{change}}).",
    remedy: "Confirm or cancel that change on the order's page first.",
  },
  order_not_read_now: {
    message: "Walmart could not be asked just now; this is what it showed at {{at}}.",
    message_never: "Walmart could not be asked just now; it was never read.",
  },
  update_unknown: {
    message: 'There is no update "{{id}}".',
    remedy: "Use an id from the list of updates.",
    remedy_reload: "Reload the page and choose another one.",
  },
  update_busy: {
    message: "Update {{id}} is being sent right now, or Walmart's answer to it is still awaited.",
    remedy: "Try again in a moment.",
  },
  update_changed: {
    message: "Somebody else has changed update {{id}} meanwhile, so your correction was not saved.",
    remedy: "Reload the page, look at what it says now, and correct what is still wrong.",
  },
  update_finished: {
    message: "Update {{id}} is already finished, so nothing can be changed about it.",
    message_sent: "Update {{id}} is already sent to Walmart, so nothing can be changed about it.",
    message_dismissed: "Update {{id}} is already dismissed, so nothing can be changed about it.",
    message_superseded:
      "Update {{id}} is already no longer wanted, so nothing can be changed about it.",
    remedy: "Reload.",
  },
  update_not_dismissed: {
    message: "Update {{id}} is not dismissed but waiting to be sent, so there is nothing to undo.",
    message_sent:
      "Update {{id}} is not dismissed but sent to Walmart, so there is nothing to undo.",
    message_superseded:
      "Update {{id}} is not dismissed but no longer wanted, so there is nothing to undo.",
    remedy: "Reload.",
  },
  update_not_retried: {
    message: "Update {{id}} could not be retried; the server's log says why.",
    remedy: "Try again, or dismiss it with a note.",
  },
  update_preview: {
    message_already_there:
      "Walmart shows this already. Nothing would be sent; retrying marks it as sent.",
    message_waits:
      "Earlier updates of this order are sent first. Settle those that need attention.",
    message_finished: "This update has left the queue.",
  },
  not_correctable: {
    message: 'This update has no {{field}} that could be corrected ("{{value}}").',
    remedy: "Leave it out and retry.",
  },
  package_unknown: {
    message: "There is no package {{value}}: this shipment has {{packages}}.",
    message_none: "This shipment has {{packages}} packages, and none was named.",
    remedy: "Give package_index {{range}} with the correction.",
  },
  difference_gone: {
    message: "Medusa and Walmart agree on order {{order}} by now.",
    remedy: "There is nothing to dismiss; load the order again.",
  },
  stock_unknown: {
    message: 'There is no stock figure "{{id}}".',
    remedy: "Reload the page and choose another.",
  },
  stock_off: {
    message: 'Account {{account}} sends no stock, because its option "stock" is "off".',
    remedy: 'Set it to "after_cancellation" or "all" in the plugin\'s options.',
  },
  variant_unknown: {
    message: 'There is no product variant "{{id}}".',
    message_without_sku: 'The variant "{{id}}" has no SKU.',
    remedy: "Choose one of the store's.",
    remedy_without_sku: "Give it one on its product page, then choose it again.",
  },
  setting_unknown: {
    message_product: 'No product has the SKU "{{id}}". Choose one of the store\'s SKUs.',
    message_stock_location: '"{{id}}" is not a stock location of this store. Use the id of one.',
    message_carrier_key:
      '"{{id}}" is neither a shipping option nor a fulfillment provider of this store. Use the id of one, or take the entry out of the carrier map.',
    message_ship_method:
      '"{{id}}" (for Walmart\'s method {{method}}) is not a shipping option of this store. Use the id of one, or take the entry out of the ship-method map.',
    message_refund_reason:
      '"{{id}}" is neither the id nor the code of a refund reason of this store. Use one of these, or take the entry out.',
    message_carrier: '"{{name}}" (for {{id}}) is not a carrier of Walmart {{market}}.',
    message_carrier_near:
      '"{{name}}" (for {{id}}) is not a carrier of Walmart {{market}} (did you mean "{{near}}"?).',
    remedy_carrier:
      "Use a name of its list, such as {{examples}}, or leave the entry out, so that the tracking number or link decides.",
    about: "For {{id}}:",
  },
  keys_refused: {
    message: "These keys were not saved.",
    message_twin:
      'These keys are those of the account "{{twin}}". With them at "{{account}}" too each order would be imported twice, so they were not saved.',
    remedy_twin: "Take the key pair of the other seller.",
  },
  webhook_secret_unnamed: {
    message: 'The webhooks of "{{account}}" need a {{name}} beside the secret.',
  },
} as const
