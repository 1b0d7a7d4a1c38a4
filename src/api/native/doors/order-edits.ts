import type { DoorRow } from "./door-row"

const REFUSED_CHANGES =
  "what Walmart would not follow: added or replaced items, raised quantities, changed prices or shipping, units that are fulfilled or not open there, parts of a unit, units without a reason"

const UNCONFIRMED = {
  afterwards: "harmless",
  because: "a change that is not confirmed changes nothing",
} as const

/** What changes items and prices of an order. */
export const orderEditDoors: DoorRow[] = [
  {
    does: "Begin an order edit",
    routes: ["POST /admin/order-edits"],
    workflows: ["beginOrderEditOrderWorkflow"],
    inTurn: true,
    ...UNCONFIRMED,
  },
  {
    does: "Add an item, a quantity or a shipping method to an order edit",
    routes: [
      "POST /admin/order-edits/:id/items",
      "POST /admin/order-edits/:id/items/item/:item_id",
      "POST /admin/order-edits/:id/shipping-method",
    ],
    workflows: [
      "orderEditAddNewItemWorkflow",
      "orderEditUpdateItemQuantityWorkflow",
      "createOrderEditShippingMethodWorkflow",
    ],
    refused: REFUSED_CHANGES,
    ...UNCONFIRMED,
  },
  {
    does: "Put an order edit together",
    routes: [
      "/admin/order-edits/:id",
      "/admin/order-edits/:id/items/:action_id",
      "/admin/order-edits/:id/shipping-method/:action_id",
      "/admin/order-changes/:id",
    ],
    workflows: [
      "cancelBeginOrderEditWorkflow",
      "removeItemOrderEditActionWorkflow",
      "updateOrderEditAddItemWorkflow",
      "updateOrderEditItemQuantityWorkflow",
      "removeOrderEditShippingMethodWorkflow",
      "updateOrderEditShippingMethodWorkflow",
      "createOrderChangeWorkflow",
      "createOrderChangeActionsWorkflow",
      "updateOrderChangeWorkflow",
      "updateOrderChangesWorkflow",
      "updateOrderChangeActionsWorkflow",
      "deleteOrderChangeActionsWorkflow",
      "deleteOrderChangeWorkflow",
      "cancelOrderChangeWorkflow",
      "declineOrderChangeWorkflow",
      "onCarryPromotionsFlagSet",
      "computeAdjustmentsForPreviewWorkflow",
      "maybeRefreshShippingMethodsWorkflow",
    ],
    ...UNCONFIRMED,
  },
  {
    does: "Request an order edit",
    routes: ["POST /admin/order-edits/:id/request"],
    workflows: ["requestOrderEditRequestWorkflow"],
    refused: REFUSED_CHANGES,
    muted: true,
    ...UNCONFIRMED,
  },
  {
    does: "Confirm an order edit",
    routes: ["POST /admin/order-edits/:id/confirm"],
    workflows: ["confirmOrderEditRequestWorkflow"],
    refused: REFUSED_CHANGES,
    afterwards: "planned",
    because:
      "units that were taken out are canceled at Walmart; what was added is `item_unknown` or `more_units_in_medusa`, another price `price_changed`",
  },
  {
    does: "Add items to an order without an edit",
    workflows: ["addOrderLineItemsWorkflow"],
    afterwards: "noticed",
    because: "`item_unknown`",
  },
  {
    does: "Compute the order's taxes anew",
    workflows: ["updateOrderTaxLinesWorkflow"],
    afterwards: "harmless",
    because: "Walmart bills its buyer what it billed; Medusa's total is only for the shop's books",
  },
]
