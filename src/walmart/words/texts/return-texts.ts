/** What is said of returns that cannot continue as they are. */
export const RETURN_TEXTS = {
  return_closed: {
    message:
      "Walmart takes no refund of it any more: line {{line}} shows {{refunded}} of {{units}} unit(s) refunded.",
    message_canceled:
      "Walmart canceled this return: line {{line}} shows {{refunded}} of {{units}} unit(s) refunded.",
    remedy:
      "If the goods came back nevertheless, refund the buyer in Seller Center; the next poll records it here. Else dismiss it with a note.",
  },
  return_changed: {
    message:
      "Walmart has added {{added}} unit(s) to this return since the Medusa return was made, which has {{made}}.",
    remedy:
      "Receive what the Medusa return has. Once the rest is back, put it on the shelf by hand and refund it in Seller Center; the next poll records that here.",
  },
  return_part_unshown: {
    message:
      "Line {{line}}: {{received}} of {{units}} unit(s) are received. Walmart does not show in this market how much of a line is refunded, so a part could be refunded twice.",
    remedy:
      "Receive the rest; the line is then refunded as a whole. If no more comes back, refund the part in Seller Center and dismiss this with a note.",
  },
  return_refund_not_offered: {
    message: "Walmart takes no refunds of returns from programs in this market.",
    remedy: "Refund the buyer in Seller Center; the next poll records it here.",
  },
  return_line_unknown: {
    message: "The Medusa order has no item for line {{line}} ({{sku}}) of this return.",
    remedy: "Handle this return in Seller Center.",
  },
  return_not_shipped: {
    message:
      "Walmart's return {{return}} is for {{units}} unit(s), but Medusa shows only {{left}} that left and are in no other return.",
    remedy:
      "Fulfill in Medusa what has left, or cancel the other return; the next poll makes this one.",
  },
  return_not_made: {
    message: "Medusa did not take the return: {{why}}",
    remedy: "Finish or cancel what is being changed on the order; the next poll tries again.",
  },
} as const
