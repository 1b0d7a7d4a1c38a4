/** What is said of a cancellation or an order edit that is refused before Medusa saves it. */
export const CANCEL_TEXTS = {
  cancel_not_imported: {
    message: "Purchase order {{order}} has no Medusa order that could be canceled.",
    remedy: "Import it first, or cancel it in Seller Center.",
  },
  cancel_done: {
    message: "Order {{order}} is canceled in Medusa already.",
    remedy: "There is nothing to do.",
  },
  cancel_nothing_open: {
    message: "Nothing of order {{order}} is open at Walmart, so there is nothing to cancel.",
    remedy: "What is shipped can be refunded.",
  },
  cancel_shipped_line: {
    message: "Walmart shows line {{line}} as shipped, and what is shipped cannot be canceled.",
    remedy: "Refund it, or cancel only the lines that are still open by editing the order.",
  },
  cancel_meanwhile: {
    remedy: "Until then cancel the order with Medusa's own Cancel and in Seller Center.",
  },
  cancel_everything: {
    message: "These are all units that are left of the order.",
    remedy: "Cancel the whole order instead: leave the lines out.",
  },
  cancel_line_unknown: {
    message: 'Order {{order}} has no line "{{line}}" in Medusa.',
    remedy: "Use {{lines}}.",
  },
  cancel_too_many: {
    message: "Line {{line}} has {{left}} left in Medusa, so {{units}} cannot be canceled.",
    message_fulfilled:
      "Line {{line}} has {{left}} in no fulfillment, so {{units}} cannot be canceled.",
    message_shipped:
      "Walmart shows {{left}} of line {{line}} open, and {{units}} would have to be canceled; the others are shipped there.",
    remedy: "Cancel {{left}} at most.",
    remedy_fulfilled:
      "Cancel the fulfillment that holds them first, or choose fewer; what is shipped can only be refunded.",
    remedy_shipped: "What is shipped can only be refunded. Refresh the order and choose fewer.",
  },
  edit_foreign: {
    message:
      "This edit {{change}}, but Walmart has already charged the buyer for this order, and that cannot be changed here.",
    remedy: "Take it out of the edit, or cancel the edit; refund a part instead.",
    shipping_add: "adds a shipping method",
    shipping_remove: "removes a shipping method",
    shipping_update: "changes a shipping method",
    promotion_add: "adds a promotion",
    promotion_remove: "removes a promotion",
    credit_line_add: "adds a credit",
    unknown: "makes a change that Walmart knows nothing of ({{kind}})",
  },
  edit_adds_item: {
    message:
      "This edit adds an item, but an order cannot get new items at Walmart: it would be neither paid nor known there.",
    message_titled:
      "This edit adds an item “{{title}}”, but an order cannot get new items at Walmart: it would be neither paid nor known there.",
    remedy:
      "Take it out of the edit, or cancel the edit. For another product cancel this one and have the customer order the other at Walmart.",
  },
  edit_item: {
    titled: "“{{title}}”",
    in_line: "“{{title}}” (line {{line}})",
  },
  edit_price: {
    message:
      "The price of {{item}} is {{price}} at Walmart and cannot be changed to {{wanted}} here, because Walmart charges the buyer its own price.",
    remedy: "Leave the price as it is; refund a part instead.",
  },
  edit_raises: {
    message: "{{wanted}} × {{item}} is too many: Walmart's buyer ordered {{ordered}}.",
    message_canceled:
      "{{wanted}} × {{item}} is too many: Walmart's buyer ordered {{ordered}}, and {{canceled}} of them are canceled there.",
    remedy: "Use {{most}} at most; more have to be ordered at Walmart.",
  },
  edit_fraction: {
    message: "{{wanted}} × {{item}} is not in whole units, and Walmart counts nothing else.",
    remedy: "Enter a whole number of units.",
  },
  edit_lowers: {
    message_fulfilled:
      "{{units}} × {{item}} cannot be taken out, because {{fulfilled}} of {{ordered}} are in fulfillments.",
    message_shipped:
      "{{units}} × {{item}} would have to be canceled at Walmart, which shows only {{open}} open.",
    remedy_fulfilled:
      "Leave at least {{fulfilled}}, or cancel the fulfillment that holds them first; what is shipped can only be refunded.",
    remedy_shipped:
      "Refresh the order in the Walmart box and take out fewer; what is shipped can only be refunded.",
  },
  edit_reason: {
    remedy: "The reason is chosen in the Walmart box on the order's page; then confirm the edit.",
  },
} as const
