/** What is said of returns that cannot continue as they are, and of refunds and returns that are refused. */
export const RETURN_TEXTS = {
  return_closed: {
    message:
      "Walmart takes no refund of it any more: line {{line}} shows {{refunded}} of {{units}} refunded.",
    message_canceled:
      "Walmart canceled this return: line {{line}} shows {{refunded}} of {{units}} refunded.",
    remedy:
      "If the goods came back nevertheless, refund the buyer in Seller Center; the next poll records it here. Otherwise dismiss it with a note.",
  },
  return_line_gone: {
    message:
      "Units of line {{line}} are to be refunded, and Walmart's return does not show that line.",
    remedy:
      "Look at the return in Seller Center. Refund the buyer there if the money is due, then dismiss this with a note; retry once the line is there.",
  },
  return_refund_unshown: {
    message: "Walmart said yes to this refund an hour ago, and its return still does not show it.",
    remedy:
      "Look at the return in Seller Center. If the buyer has the money, dismiss this with a note; if not, retry, and the refund is sent once more.",
  },
  return_changed: {
    message:
      "Walmart has added {{added}} more to this return since the Medusa return was made, which has {{made}}.",
    remedy:
      "Receive what the Medusa return has. Once the rest is back, put it on the shelf by hand and refund it in Seller Center; the next poll records that here.",
  },
  return_part_unshown: {
    message:
      "Line {{line}}: received {{received}} of {{units}}. Walmart does not show in this market how much of a line is refunded, so a part could be refunded twice.",
    remedy:
      "Receive the rest; the line is then refunded as a whole. If no more comes back, refund the part in Seller Center and dismiss this with a note.",
  },
  return_part_dismissed: {
    message:
      "Line {{line}}: to be refunded {{open}} of {{units}}, dismissed before {{dismissed}}. Walmart does not show in this market how much of a line is refunded, so a part could be refunded twice.",
    remedy:
      "Refund what is due in Seller Center and dismiss this with a note. If nothing of the line is refunded yet and all of it shall be, dismiss this and then press Refund.",
  },
  return_refund_not_offered: {
    message: "Walmart takes no refunds of returns from programs in this market.",
    message_now:
      "Walmart {{market}} takes no refunds of returns from programs, so nothing was sent for return {{return}}.",
    remedy_now_box:
      "Refund what came back with Refund in the order's Walmart box, for the reason “Customer returned item”, or in Seller Center.",
    remedy: "Refund the buyer in Seller Center; the next poll records it here.",
  },
  return_line_unknown: {
    message: "The Medusa order has no item for line {{line}} ({{sku}}) of this return.",
    remedy: "Handle this return in Seller Center.",
  },
  return_not_shipped: {
    message:
      "Walmart's return {{return}} asks for {{units}} back, but Medusa shows only {{left}} that left and are in no other return.",
    remedy:
      "Fulfill in Medusa what has left, or cancel the other return; the next poll makes this one.",
  },
  return_not_made: {
    message: "Medusa did not take the return: {{why}}",
    remedy: "Finish or cancel what is being changed on the order; the next poll tries again.",
  },
  return_sum_unknown: {
    message:
      "Walmart shows {{units}} of line {{line}} as refunded and does not say with which sum, so Medusa's books do not have it.",
    remedy:
      "Look up the sum in Seller Center. Once Walmart names it, the next poll records it here; until then dismiss this with a note of the sum.",
  },
  refund_off: {
    message:
      'Refunds of Walmart orders are switched off for account "{{account}}", so nothing was saved for order {{order}}.',
    remedy: "Refund the buyer in Seller Center.",
    remedy_keep:
      'To keep such refunds in Medusa as well, a developer sets the option refunds of account "{{account}}" to "keep".',
  },
  refund_not_offered: {
    message:
      "Walmart {{market}} takes no refunds of orders from programs, so nothing was saved for order {{order}}.",
    remedy:
      "Refund the buyer in Seller Center, refresh the order in its Walmart box, and refund the same sum here: it is then written down and not sent. Of what Seller Center has refunded, {{amount}} can be written down now.",
  },
  refund_fraction: {
    message: "Walmart refunds whole cents, and {{amount}} is none.",
    remedy: "Round it to two decimals.",
  },
  refund_no_payment: {
    message: "Purchase order {{order}} has no payment in Medusa that could be refunded.",
    remedy: "Import it first, or refund it in Seller Center.",
  },
  refund_sum_differs: {
    message: "The refund is {{amount}}, but what it is for comes to {{sum}}.",
    remedy: "Make both the same.",
  },
  refund_takes_shipping: {
    message:
      "Walmart gives the shipping of line {{line}} back with its whole price, which would be {{more}} more.",
    remedy: "Refund the line with its shipping, {{all}} in all, or less than the whole price.",
  },
  refund_tax_alone: {
    message:
      "{{amount}} of line {{line}} would be tax alone, and Walmart takes a tax back only together with a part of its price.",
    remedy: "Refund it in Seller Center.",
  },
  refund_no_sum: {
    message: "Line {{line}}: {{amount}} is no sum that can be refunded.",
    remedy: "Refund at least 0.01, in whole cents.",
  },
  return_unknown: {
    message: 'There is no return "{{id}}".',
    remedy: "Reload the page and choose another.",
  },
  return_is_replacement: {
    message:
      "Return {{return}} is a replacement: nothing is refunded, and what Walmart grants the buyer instead comes in as an order of its own.",
  },
  return_nothing_left: {
    message: "Nothing of return {{return}} is left to refund.",
    remedy: "Reload the page.",
  },
  return_refund_on_its_way: {
    message:
      "Line {{line}} is refunded through return {{return}} already, so the buyer would get its money twice. Nothing was saved.",
    remedy:
      "Wait until the return's refund is in the order, and refund what is left then. If the return shall not be refunded, dismiss it under Walmart, Returns, first.",
  },
  return_refund_due: {
    message_coming:
      "Units of line {{line}} come back through return {{return}}, and the buyer gets their money then. Refunded here as well, it would be paid twice. Nothing was saved.",
    remedy_coming:
      "Refund the return under Walmart, Returns. For anything else, such as goodwill, name the line with Refund in the order's Walmart box.",
    message_undecided:
      "Units of line {{line}} came back through return {{return}}, and nobody has decided on their refund. Refunded here as well, their money would be paid twice. Nothing was saved.",
    remedy_undecided:
      "Refund or dismiss the return under Walmart, Returns, and refund here what is left then.",
  },
  receive_fraction: {
    message:
      "{{units}} is not in whole units, and Walmart counts and refunds nothing else. Nothing was saved.",
    remedy: "Enter a whole number of units.",
  },
  return_open: {
    message:
      "Return {{return}} is still open at Walmart, which is not told when it is canceled here. Nothing was saved.",
    remedy:
      "It is canceled here automatically once the buyer or Walmart cancels it; what comes back until then is received here.",
  },
  only_in_medusa: {
    message_credits:
      "Credits of Walmart orders are not sent to Walmart, so the buyer of order {{order}} would get nothing. Nothing was saved.",
    message_claims:
      "Claims of Walmart orders are not sent to Walmart, so the buyer of order {{order}} would get nothing. Nothing was saved.",
    message_exchanges:
      "Exchanges of Walmart orders are not sent to Walmart, so the buyer of order {{order}} would get nothing. Nothing was saved.",
    message_returns:
      "Returns of Walmart orders begin at Walmart: once the buyer of order {{order}} starts one there, it comes into Medusa automatically and is received here. One that is begun in Medusa is not sent to Walmart, so nothing was saved.",
    remedy:
      "To give money back, use Refund on the order's payment or in its Walmart box; a replacement that Walmart grants comes in as an order of its own. Anything else is done in Walmart's Seller Center. To keep it in Medusa as well, a developer sets the plugin's option onlyInMedusa to \"allow\".",
    remedy_returns:
      "To give money back without a return, use Refund on the order's payment or in its Walmart box. To keep such a return in Medusa alone, a developer sets the plugin's option onlyInMedusa to \"allow\".",
  },
} as const
