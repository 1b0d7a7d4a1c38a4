import type { DoorRow } from "./door-row"

/** What happens to an order as a whole. */
export const orderDoors: DoorRow[] = [
  {
    does: "Cancel the order",
    routes: ["POST /admin/orders/:id/cancel"],
    workflows: ["cancelOrderWorkflow"],
    refused:
      "no reason that Walmart takes, a line that is shipped there, or an order edit that is still open",
    afterwards: "planned",
    because: "one cancellation update; its event has no flag, and the order itself is marked mute",
  },
  {
    does: "Complete or archive the order",
    routes: ["POST /admin/orders/:id/complete", "POST /admin/orders/:id/archive"],
    workflows: ["completeOrderWorkflow", "archiveOrderWorkflow"],
    afterwards: "noticed",
    because: "`closed_with_open_units` while Walmart has open units; all else is tidying up",
  },
  {
    does: "Change e-mail, addresses or metadata of the order",
    routes: ["POST /admin/orders/:id"],
    workflows: ["updateOrderWorkflow"],
    afterwards: "harmless",
    because:
      "Walmart takes neither address nor e-mail from sellers, and the plugin reads neither back",
  },
  {
    does: "Export orders",
    routes: ["POST /admin/orders/export"],
    workflows: ["exportOrdersWorkflow"],
    afterwards: "harmless",
    because: "it only reads",
  },
  {
    does: "Read orders and what they may be shipped by",
    workflows: [
      "getOrderDetailWorkflow",
      "getOrdersListWorkflow",
      "listShippingOptionsForOrderWorkflow",
      "fetchShippingOptionForOrderWorkflow",
    ],
    afterwards: "harmless",
    because: "it only reads",
  },
  {
    does: "Ask to give the order to a customer account",
    routes: ["POST /admin/orders/:id/transfer", "POST /store/orders/:id/transfer/request"],
    workflows: ["requestOrderTransferWorkflow"],
    refused: "it would mail Walmart's buyer, and no flag mutes that mail",
    afterwards: "harmless",
    because: "who sees the order in the shop is nothing of Walmart's",
  },
  {
    does: "Settle who sees the order in the shop",
    routes: [
      "POST /admin/orders/:id/transfer/cancel",
      "POST /admin/orders/:id/transfer/guest",
      "POST /store/orders/:id/transfer/accept",
      "POST /store/orders/:id/transfer/cancel",
      "POST /store/orders/:id/transfer/decline",
    ],
    workflows: [
      "acceptOrderTransferWorkflow",
      "cancelOrderTransferRequestWorkflow",
      "declineOrderTransferRequestWorkflow",
      "transferOrderToGuestWorkflow",
    ],
    afterwards: "harmless",
    because: "items, parcels and money stay as they are",
  },
  {
    does: "Place an order of the shop",
    routes: ["/store/carts/**"],
    workflows: ["createOrderWorkflow", "createOrdersWorkflow", "cart/*", "line-item/*"],
    afterwards: "harmless",
    because: "a new order is one of Walmart's only when the import made it",
  },
  {
    does: "Work on a draft order",
    routes: ["/admin/draft-orders/**"],
    workflows: ["draft-order/*"],
    afterwards: "harmless",
    because: "an imported order is no draft, and Medusa refuses these for what is none",
  },
]
