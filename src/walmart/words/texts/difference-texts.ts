/** What is said of ways in which Medusa and Walmart disagree about an order. */
export const DIFFERENCE_TEXTS = {
  figures: {
    message_medusa: "Medusa: {{open}} open, {{shipped}} shipped, {{canceled}} canceled.",
    message_medusa_returned:
      "Medusa: {{open}} open, {{shipped}} shipped, {{canceled}} canceled, {{returned}} returned.",
    message_walmart:
      "Walmart, of {{ordered}} ordered: {{open}} open, {{shipped}} shipped, {{canceled}} canceled.",
    message_walmart_refunded:
      "Walmart, of {{ordered}} ordered: {{open}} open, {{shipped}} shipped, {{canceled}} canceled, {{refunded}} refunded.",
    message_refunds: "Medusa: {{medusa}} refunded. Walmart: {{walmart}} refunded.",
  },
  shipped_only_in_medusa: {
    message: "Line {{line}}: units are shipped in Medusa and not at Walmart ({{units}}).",
    remedy:
      "Stop the parcel if you can. If it has left, settle it with the buyer in Seller Center. Then dismiss the difference with a note.",
    remedy_open:
      "Ship these units in Seller Center with the parcel's tracking number, then refresh the order. If the parcel did not leave, dismiss the difference with a note and fulfill the units again in Seller Center.",
  },
  canceled_only_in_medusa: {
    message: "Line {{line}}: units are canceled in Medusa and not at Walmart ({{units}}).",
    remedy:
      "What is shipped at Walmart can only be refunded. Then dismiss the difference with a note.",
    remedy_open: "Cancel the open units in Seller Center, then refresh the order.",
  },
  canceled_only_at_walmart: {
    message:
      "Line {{line}}: units are canceled at Walmart and still to be shipped in Medusa ({{units}}).",
    remedy:
      "Do not ship these units. Cancel their fulfillment if there is one, then cancel the units in the Walmart box; Walmart is not told again.",
  },
  shipped_only_at_walmart: {
    message: "Line {{line}}: units are shipped at Walmart and not in Medusa ({{units}}).",
    message_fulfillment:
      "Walmart has fulfillment {{fulfillment}} as shipped under {{numbers}}, and Medusa shows it as not shipped.",
    remedy:
      "Do not ship these units a second time. Fulfill and ship them here with the tracking number that Walmart shows; it is not told again. If no parcel has left, settle it in Seller Center.",
    remedy_fulfillment:
      "Ship it here with the number that Walmart has. If another parcel left, change the number in Seller Center.",
  },
  returned_only_in_medusa: {
    message:
      "Line {{line}}: units came back in Medusa and are not refunded at Walmart ({{units}}).",
    remedy:
      "The buyer began no return of them at Walmart, so no refund follows. Refund the buyer in Seller Center, then refresh the order.",
  },
  more_units_in_medusa: {
    message: "Line {{line}}: Medusa has more units than were ordered ({{units}}).",
    remedy:
      "Take the surplus out of the order again, so that {{ordered}} are left. What has left beyond that is not the buyer's order; ask for it back.",
  },
  closed_with_open_units: {
    message: "Line {{line}}: the order is closed in Medusa while units are open ({{units}}).",
    remedy_completed:
      "Walmart still expects them, although the order is completed here. Fulfill and ship them, or cancel them in the Walmart box.",
    remedy_archived:
      "Walmart still expects them, although the order is archived here. Fulfill and ship them, or cancel them in the Walmart box.",
  },
  delivered_not_shipped: {
    message:
      "Medusa shows fulfillment {{fulfillment}} ({{units}}) as delivered, and it was never shipped there; Walmart was told nothing.",
    remedy:
      "Ship the units in Seller Center with the parcel's tracking number, then dismiss the difference with a note. A developer can also ship it here by Medusa's API, which the screen no longer offers.",
  },
  units_not_whole: {
    message:
      "Fulfillment {{fulfillment}} is shipped, and its parts are no whole units of line {{lines}}, so nothing of it is sent to Walmart.",
    remedy:
      "Ship these units in Seller Center with the parcel's tracking number, then dismiss the difference with a note.",
  },
  fulfillment_missing: {
    message:
      "A fulfillment of this order was deleted: Medusa counts its units as fulfilled, and no fulfillment holds them ({{fulfillments}}).",
    message_lines:
      "A fulfillment of this order was deleted: Medusa counts units as fulfilled that no fulfillment holds. Lines with their units: {{lines}}.",
    remedy:
      "If the parcel has left and Walmart shows nothing of it, ship it in Seller Center. Then dismiss the difference with a note.",
  },
  tracking_differs: {
    message: "Walmart has {{theirs}} for fulfillment {{fulfillment}}, and Medusa shows {{mine}}.",
    message_changed:
      "Walmart shows {{theirs}} for fulfillment {{fulfillment}}, and Medusa shows {{mine}}.",
    remedy:
      "Find out which number is on the parcel. If Walmart's is wrong, change it in Seller Center; then dismiss the difference with a note.",
    remedy_changed:
      "The number was changed in Seller Center. Find out which one is on the parcel; if Walmart's is wrong, change it back there; then dismiss the difference with a note.",
    remedy_never: "In this market Walmart publishes no way for a program to change it.",
    remedy_window:
      "Walmart takes another number from a program within {{hours}} hours of the shipment only, here until {{until}}.",
  },
  item_unknown: {
    message: "The Medusa order has {{units}} × {{title}}, which is not part of the Walmart order.",
    remedy:
      "Nothing of it is sent to Walmart, and its parcel may leave with any tracking number. If it is a replacement that you send yourself, dismiss the difference with a note. Otherwise take it out of the order by an edit; what else the buyer is to have, the buyer orders at Walmart.",
  },
  price_changed: {
    message_higher:
      "Line {{line}}: the price of “{{title}}” was changed here from {{charged}} to {{present}}, so the order's total is {{difference}} higher here than what Walmart charges.",
    message_lower:
      "Line {{line}}: the price of “{{title}}” was changed here from {{charged}} to {{present}}, so the order's total is {{difference}} lower here than what Walmart charges.",
    remedy:
      "Prices of Walmart orders cannot be changed here, and the difference is not booked. Set the price back to {{charged}} by an order edit. If the buyer shall get a part back, refund it in Seller Center and dismiss the difference with a note.",
  },
  refunded_only_in_medusa: {
    message: "{{amount}} are refunded in Medusa and not at Walmart.",
    remedy:
      "Refund it in Seller Center, then refresh the order. If the buyer shall not get it, dismiss the difference with a note.",
  },
  refunded_only_at_walmart: {
    message: "{{amount}} are refunded at Walmart and not in Medusa.",
    remedy: "Refund the same here, so that the books agree; Walmart is not sent it again.",
  },
  account_missing: {
    message: 'The plugin\'s options have no Walmart account "{{account}}".',
    message_keyless:
      'The Walmart account "{{account}}" is not connected, because its clientId and clientSecret are not set.',
    message_settable:
      'The Walmart account "{{account}}" is not connected, because its clientId and clientSecret are not set.',
    message_unsent: "Nothing of this order is sent to Walmart.",
    message_open_one: "It has {{count}} open order; Walmart does not hear what happens to it.",
    message_open_other: "It has {{count}} open orders; Walmart does not hear what happens to them.",
    remedy: "Check the id of the account in medusa-config, or add it there again.",
    remedy_keyless: "Set both keys in the store's environment and restart.",
    remedy_settable:
      "Set both keys in Settings → Walmart, or in the store's environment and restart.",
    remedy_later:
      "What was done meanwhile is sent to Walmart then; until then ship and cancel in Seller Center too.",
    remedy_meanwhile: "Until then handle them in Seller Center too.",
    remedy_dismiss: "Or dismiss this update with a note.",
  },
  walmart_unreadable: {
    message:
      "Walmart's answers about this order cannot be understood since {{since}}; what is known of it is from {{known}}. {{why}}",
    remedy:
      "Compare the order with Seller Center, and ship or cancel there what is due. It is read again by itself; “Read again at Walmart” does so at once. If it stays, send this message to the plugin's developers.",
  },
  order_deleted: {
    message: "The Medusa order was deleted while units are open at Walmart ({{units}}).",
    remedy: "Ship or cancel them in Seller Center, then read the order again.",
  },
  unknown_at_walmart: {
    message:
      "Line {{line}}: units are to be shipped in Medusa, and Walmart says nothing of them ({{units}}).",
    remedy:
      "Look the line up in Seller Center before anything of it leaves, and read the order again. If Walmart does not have these units, take them out of the order here.",
  },
  order_unreadable: {
    message: "The Medusa order cannot be compared with Walmart's: {{why}}",
    remedy:
      "Nothing of it is sent to Walmart until then. Look into the server's log, and ship or cancel in Seller Center what is due.",
  },
} as const
