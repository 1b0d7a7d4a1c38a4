/**
 * What people are notified of: a title of each kind and what to do, and the orders or listings that it names. The codes are
 * `notify_` and the kind.
 */
export const NOTIFICATION_TEXTS = {
  notification: {
    title: "Walmart {{account}}: {{what}}",
    named: "{{causes}}.",
    due: "{{about}} (due {{due}} UTC)",
    about_why: "{{about}}: {{why}}",
    due_why: "{{about}} (due {{due}} UTC): {{why}}",
    more: "{{count}} more",
  },
  notify_update_failed: {
    title_one: "{{count}} order with an update that needs a person",
    title_other: "{{count}} orders with an update that needs a person",
    todo: "Open Walmart in the admin and choose Needs attention.",
  },
  notify_orders_differ: {
    title_one: "{{count}} order that Medusa and Walmart show differently",
    title_other: "{{count}} orders that Medusa and Walmart show differently",
    todo: "Open the orders; each says which side shows what.",
  },
  notify_import_failed: {
    title_one: "{{count}} order that could not be imported",
    title_other: "{{count}} orders that could not be imported",
    todo: "Open Walmart in the admin; each of these orders says what it lacks.",
  },
  notify_acknowledge_near: {
    title_one: "{{count}} order to acknowledge soon",
    title_other: "{{count}} orders to acknowledge soon",
    todo: "Open the orders and see why the acknowledgment has not been sent.",
  },
  notify_ship_near: {
    title_one: "{{count}} order to ship soon",
    title_other: "{{count}} orders to ship soon",
    todo: "Fulfill and ship them in Medusa before the ship-by date.",
  },
  notify_auto_cancel_near: {
    title_one: "{{count}} order that Walmart cancels soon",
    title_other: "{{count}} orders that Walmart cancels soon",
    todo: "Ship them with a valid tracking number now, or Walmart cancels them and counts that against you.",
  },
  notify_cancel_requested: {
    title_one: "{{count}} order that the customer asked to cancel",
    title_other: "{{count}} orders that the customer asked to cancel",
    todo: "Cancel them, or ship them anyway.",
  },
  notify_refund_near: {
    title_one: "{{count}} return that Walmart refunds soon",
    title_other: "{{count}} returns that Walmart refunds soon",
    todo: "Receive them in Medusa, or refund them on the Returns page, before Walmart refunds them at your cost.",
  },
  notify_return_failed: {
    title_one: "{{count}} return that a person must decide about",
    title_other: "{{count}} returns that a person must decide about",
    todo: "Open Walmart, Returns in the admin; each of these says what it waits for.",
  },
  notify_canceled_at_walmart: {
    title_one: "{{count}} order canceled at Walmart",
    title_other: "{{count}} orders canceled at Walmart",
    todo: "Do not ship them any more.",
  },
  notify_account_blocked: {
    title: "Walmart refuses the account's keys",
    todo: "Check the keys with Settings → Walmart → Test connection. Nothing is sent until they work.",
  },
  notify_polls_silent: {
    title: "Orders are no longer fetched from Walmart",
    todo: "See Settings → Walmart for the cause. New orders are not in Medusa until it is gone.",
  },
  notify_second_writer: {
    title: "Another program writes to the same Walmart account",
    todo: "Stop the other program, or pause the account in Settings → Walmart.",
  },
  notify_listing_at_zero: {
    title_one: "{{count}} listing left at zero",
    title_other: "{{count}} listings left at zero",
    todo: "Count the shelf, then correct the level in Medusa, or push the figure in Walmart → Stock.",
  },
  notify_stock_failed: {
    title_one: "{{count}} stock figure that could not be sent",
    title_other: "{{count}} stock figures that could not be sent",
    todo: "Open Walmart → Stock and choose Needs attention; each of these says what to do.",
  },
} as const
