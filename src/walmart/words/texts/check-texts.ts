/** What is said of a shipment, a cancellation or an order edit that is refused before Medusa saves it. */
export const CHECK_TEXTS = {
  fulfilled_by_others: {
    message: "This order is fulfilled by Walmart (WFS) or a logistics partner (3PL).",
    message_shipment:
      "This order is fulfilled by Walmart (WFS) or a logistics partner (3PL), who ships it.",
    message_refund:
      "Order {{order}} is fulfilled by Walmart (WFS) or a logistics partner (3PL), so nothing of it is sent to Walmart, and nothing was saved.",
    message_return:
      "Return {{return}} is of an order that Walmart (WFS) or a logistics partner (3PL) fulfilled, so it goes back to them, and Walmart refunds it. Nothing was sent.",
    message_order: "Order {{order}} is shipped by Walmart or a partner.",
    remedy: "It cannot be canceled here; ask Walmart's seller support.",
    remedy_units: "Its units cannot be canceled here; ask Walmart's seller support.",
    remedy_shipment: "Do not ship it here; there is nothing to do.",
    remedy_refund: "Refund the buyer in Seller Center, or ask Walmart's seller support.",
    remedy_order: "Nothing can be done for it here; ask Walmart's seller support.",
    remedy_list: "Leave it out.",
  },
  fulfillment_unknown: {
    message: 'Order {{order}} has no fulfillment "{{id}}".',
    message_waiting: 'Order {{order}} has no fulfillment "{{id}}" that waits to be shipped.',
    remedy: "Create the fulfillment first, or use the id of one that it has.",
    remedy_waiting: "Reload the order.",
  },
  fulfillment_over: {
    message_canceled: "This parcel was canceled.",
    message_shipped: "This parcel has been shipped already.",
    message_canceled_already: "This parcel is already canceled, so nothing was saved.",
    message_shipped_already:
      "This parcel is already shipped with {{numbers}}, so nothing was saved.",
    remedy: "Reload the order.",
    remedy_canceled: "Choose the carrier of another one.",
    remedy_shipped: "If its carrier is wrong, correct it at the shipment in the Walmart box.",
  },
  fulfillment_unshipped: {
    message: "This parcel has not been shipped yet, so Walmart has no tracking number for it.",
    remedy: "Mark it as shipped with its tracking number first, then as delivered.",
  },
  fulfillment_born_shipped: {
    message:
      "A fulfillment of Walmart order {{order}} cannot be created with {{field}}, because its tracking number would not be checked for Walmart.",
    remedy:
      "Create it without, then ship it with POST /admin/orders/:id/fulfillments/:fulfillment_id/shipments and its tracking number.",
  },
  fulfillment_counted: {
    message:
      "Canceled by this request, the units of this parcel would still count as fulfilled in Walmart order {{order}}, and nobody could fulfill them again; nothing was saved.",
    remedy:
      "Cancel it on the order's page, or with POST /admin/orders/:id/fulfillments/:fulfillment_id/cancel.",
  },
  fulfillment_broken: {
    message:
      "Fulfillment {{id}} holds parts of line {{lines}} that are no whole units as Walmart counts them, so Walmart could not learn what leaves. That happens to a fulfillment that was made beside the order's Fulfill screen, when its product takes other parts from stock.",
    remedy:
      "Do not send the parcel as it is: cancel this fulfillment, fulfill the units with the Fulfill screen of the order, and ship that. If the parcel has left, ship it in Seller Center.",
  },
  fulfillment_in_the_way: {
    message_open: "Fulfillment #{{number}} is still open.",
    message_shipped:
      "Fulfillment #{{number}} has been shipped, so the order cannot be canceled as a whole.",
    remedy_open: "Cancel it first, then the order.",
    remedy_shipped: "Cancel the items that are left instead.",
  },
  carrier_nameless: {
    message: '"{{name}}" names no carrier.',
    remedy:
      "Choose one of Walmart's carriers, or write the carrier's own name and add its tracking link.",
  },
  ship_anyway: {
    message_not_asked:
      'The Ship screen does not ask "{{concern}}" about fulfillment {{id}}, or not any more.',
    remedy:
      "To ship all the same, choose “ship anyway” for this fulfillment in the Walmart box and ship again.",
    remedy_not_asked: "Reload the order and confirm what it shows.",
  },
  ship_from_missing: {
    message:
      "Walmart {{market}} wants to know from which country a parcel is shipped, and the fulfillment's stock location has no address.",
    remedy:
      "Enter the stock location's address with its country in Medusa and ship again. Tell a shipment that Medusa has saved already in Seller Center, then dismiss its update.",
  },
  ship_too_many: {
    message:
      "Line {{line}} should ship {{units}}, but only {{left}} can be shipped. {{ordered}} were ordered; canceled at Walmart: {{canceled}}, shipped: {{shipped}}.",
    message_held:
      "Line {{line}} should ship {{units}}, but only {{left}} can be shipped. {{ordered}} were ordered; canceled at Walmart: {{canceled}}, shipped: {{shipped}}, in other fulfillments: {{held}}.",
    remedy:
      "Do not send the parcel. Cancel this fulfillment, then fulfill only what is open, or cancel the order.",
    remedy_pack:
      "Fulfill only what is open. If this is wrong, refresh the order in the Walmart box first.",
  },
  ship_fraction: {
    message:
      "Line {{line}} would ship {{units}}, which is not in whole units, and Walmart counts nothing else.",
    remedy: "Fulfill a whole number of units.",
  },
  ship_twice: {
    message:
      "Line {{line}} is named more than once; Medusa would pack each of them and count only the last.",
    remedy: "Name each item once, with all its units.",
  },
  ship_which: {
    message: "{{parcels}} parcels of this order can be shipped.",
    message_parcel: "Parcel {{number}}: {{units}}.",
    units_of_line: "{{units}} of line {{line}}",
    remedy: "Say with quantities which of them this number is for.",
  },
  ship_nothing: {
    message: "Nothing of Walmart order {{order}} is left to ship.",
    message_canceled: "Walmart order {{order}} is canceled.",
    remedy: "Look at the number: it may belong to another order.",
  },
  ship_unknown: {
    message_not_imported: "Walmart order {{order}} is not imported yet.",
    message: "Walmart order {{order}} could not be read.",
    remedy_not_imported: "Import it first.",
    remedy: "Open it to see why.",
  },
  earlier_update_waits: {
    message:
      "This parcel would not be sent to Walmart yet, because {{update}} of the same order waits for a person.",
    message_why: "It says: {{why}}",
    remedy:
      "Settle it in the Walmart box of the order first: correct and retry it, or dismiss it with a note.",
  },
  update_named: {
    acknowledgment: "the acknowledgment",
    shipment: "the shipment with tracking number {{numbers}}",
    shipment_unnumbered: "the shipment without a tracking number",
    cancellation: "the cancellation of line {{lines}}",
    refund: "the refund of {{amount}}",
    tracking_correction: "the correction of tracking number {{numbers}}",
    replaced_by: "{{from}} to {{to}}",
    unreadable: "an update ({{id}}) that cannot be read",
  },
  number_shared: {
    message: "Tracking number {{number}} is also the number of Walmart order {{orders}}.",
    message_sent: "Tracking number {{number}} is also the number of Walmart order {{orders}}.",
    remedy:
      "Unless both travel in one parcel to the same customer, enter the number on this parcel's own label.",
    remedy_sent:
      "Unless both travel in one parcel, find out whose it is and correct the other one in Seller Center.",
  },
  number_left_out: {
    message: "Tracking number {{number}} is not sent: no unit is left for it.",
  },
  number_shown_already: {
    message:
      "Walmart shows {{units}} × this item under {{number}} already. That is not sent again and keeps that number there for now; where Walmart takes corrections, it gets the new one afterwards; otherwise correct it in Seller Center.",
  },
  transfer_forbidden: {
    message:
      "Order {{order}} is Walmart's, and asking for its transfer would mail Walmart's buyer, which Walmart forbids.",
    remedy: "Leave it without a customer account; answer its buyer in Seller Center.",
  },
} as const
