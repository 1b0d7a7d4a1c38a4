/** What is said of updates that cannot continue as they are. */
export const UPDATE_TEXTS = {
  not_shown: {
    message: "Walmart said yes, but its order does not show it yet.",
    message_return:
      "Walmart said yes to the refund, but its return does not show it yet; it is read again and not sent again.",
    message_never:
      "Walmart said yes, and its order still does not show it, so it was not sent a second time.",
    remedy_never:
      "Refresh the order and look at it in Seller Center. If it is done there, dismiss this update with a note; if not, retry, and it is sent once more.",
  },
  shown_old: {
    message:
      "Walmart shows the order as it was before what it has shown already; it is read once more before a person is asked.",
    message_return:
      "Walmart shows the return as it was before what it has shown already; it is read once more before anything is refunded or a person is asked.",
  },
  not_seen: {
    message:
      "It is unknown whether an earlier call was applied. Walmart's order does not show it; it is read once more before the call is repeated.",
    message_return:
      "Walmart's return does not show the refund yet; it is read once more before it is repeated.",
  },
  given_up: {
    remedy:
      "It was retried for a long time. Check the order in Seller Center, then retry, or dismiss this update with a note.",
    remedy_return:
      "It was retried for a long time. Look at the return in Seller Center, then retry, or dismiss it with a note.",
    remedy_stock:
      "It was tried for a long time. Look at the item in Seller Center, then push again.",
  },
  payload_version: {
    message:
      "This update was written by another version of the plugin, which this one cannot read.",
    remedy:
      "Make the change in Seller Center and dismiss this update, or go back to the version that wrote it.",
    remedy_preview:
      "Dismiss it with a note and make the change in Seller Center, or go back to that version.",
  },
  payload_malformed: {
    message: "This update holds something that the plugin cannot read; nothing was sent for it.",
    remedy: "Make the change in Seller Center, then dismiss this update with a note.",
  },
  dismissal_undone: {
    message: "It was dismissed, and the dismissal was undone.",
    remedy: "Check that it still holds, then send it again.",
  },
  taken_back_unread: {
    message:
      "It was taken back after a call whose outcome is not known, and Walmart's order cannot be read to find out whether it was applied.",
    remedy:
      "Look at the order in Seller Center. What was applied there stays: do the same here. Then dismiss this update with a note.",
  },
  line_unknown: {
    message: "Walmart order {{order}} has no line {{line}}.",
    message_difference:
      "Walmart shows line {{line}} ({{sku}}) with {{units}} open, and the Medusa order has no such line.",
    remedy: "Refresh the order. If this continues, dismiss this update.",
    remedy_parcel:
      "Do not send the parcel. Refresh the order in the Walmart box and look at its lines.",
    remedy_shipment:
      "Refresh the order. If this continues, dismiss this update and ship in Seller Center.",
    remedy_difference: "Ship or cancel this line in Seller Center, then refresh the order.",
  },
  line_already_shipped: {
    message:
      "Line {{line}} ({{sku}}) has {{open}} open at Walmart, {{wanted}} should be canceled; the others are shipped there.",
    remedy:
      "The open units are canceled at Walmart; what is shipped there can only be refunded. Then dismiss this update.",
  },
  customer_did_not_ask: {
    message:
      "The reason is that the customer asked, but Walmart shows no such request for line {{line}} ({{sku}}).",
    remedy: "Choose another reason and retry.",
  },
  reason_missing: {
    message: "Walmart needs a reason for this cancellation, and none was chosen.",
    message_choice: "Walmart needs a reason for a cancellation, and none was chosen.",
    remedy: "Choose a reason for it, or one for the whole order in the Walmart box.",
    remedy_choice: "Choose {{choices}}.",
    remedy_first: "Choose a cancellation reason in the Walmart box first, then cancel again.",
  },
  shipped_elsewhere: {
    message:
      "Line {{line}} ({{sku}}) is already shipped at Walmart with tracking number {{theirs}}; Medusa says {{mine}}.",
    remedy:
      "If Walmart's number is right, dismiss this update. Otherwise correct it in Seller Center.",
  },
  line_not_open: {
    message:
      "Line {{line}} ({{sku}}) has {{open}} open at Walmart, {{wanted}} should be shipped; of {{ordered}} ordered, {{gone}} are shipped and {{canceled}} are canceled there.",
    remedy:
      "The open units are sent to Walmart; the others cannot be. Stop their parcel if you can, then dismiss this update with a note.",
  },
  tracking_changed_elsewhere: {
    message:
      "Line {{line}} should get {{number}} instead of {{replaces}}, and Walmart shows {{shown}} for it.",
    remedy:
      "Find out which number is on the parcel. If Walmart's is wrong, change it in Seller Center; then dismiss this update with a note.",
  },
  correction_too_late: {
    message:
      "Walmart took another tracking number for this shipment until {{until}}; the change of {{numbers}} did not get there in time.",
    remedy:
      "Give the buyer the right number in Seller Center if Walmart still lets you, then dismiss this update with a note.",
  },
  refund_not_shipped: {
    message: "Walmart shows nothing of line {{line}} that is shipped and could be refunded.",
    message_order: "Nothing of this order is shipped at Walmart, and Walmart refunds only what is.",
    message_line: "Line {{line}} is not shipped at Walmart, and Walmart refunds only what is.",
    remedy_due:
      "Its shipment is not sent yet, see the Walmart box. Refund it once Walmart has the shipment.",
    remedy_cancel: "Cancel what is not shipped instead; the buyer is not charged for it.",
    remedy:
      "Refresh the order. If this continues, settle it in Seller Center and dismiss this update.",
  },
  refund_too_much: {
    message:
      "Line {{line}} has {{left}} left to refund at Walmart, and {{wanted}} should be refunded.",
    message_order:
      "Walmart has {{left}} left to refund of what is shipped, so {{wanted}} cannot be refunded.",
    message_price:
      "The price of line {{line}} has {{left}} left to refund of what is shipped, so {{wanted}} cannot be refunded.",
    message_shipping:
      "The shipping of line {{line}} has {{left}} left to refund of what is shipped, so {{wanted}} cannot be refunded.",
    remedy_most: "Refund {{left}} at most.",
    remedy_none: "There is nothing left to refund; reload the order.",
    remedy:
      "Compare with Seller Center, refund there what is missing, then dismiss this update with a note.",
  },
  refund_tax_alone: {
    message:
      "{{amount}} of line {{line}} would be tax alone, and Walmart takes a tax back only together with a part of its price.",
    remedy: "Refund it in Seller Center, then dismiss this update with a note.",
  },
  refund_settled_elsewhere: {
    remedy: "Settle it in Seller Center, then dismiss this update with a note.",
  },
  refund_lines_unclear: {
    message: "Walmart wants to know which lines a refund is for, and nobody has said so.",
    message_several:
      "Walmart wants to know which lines a refund is for, and {{amount}} may be for several.",
    remedy_several:
      "Choose them with Refund in the Walmart box of the order. All that is left, {{left}}, or all that is left of one line needs no choice.",
    remedy:
      "Refund it in Seller Center and dismiss this update with a note. A developer can also retry it with its lines by the admin API.",
  },
  refund_order_unread: {
    message:
      "What Walmart charged for this order is not kept any more, so it is not known what this refund is for.",
    message_now:
      "What Walmart charged for order {{order}} is not kept any more, and Walmart could not be asked just now.",
    remedy_now: "Refresh the order in its Walmart box, then refund.",
    remedy:
      "Refresh the order. Refund it in Seller Center and dismiss this update with a note. A developer can also retry it with its lines by the admin API.",
  },
} as const
