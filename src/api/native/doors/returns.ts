import type { DoorRow } from "./door-row"

const DRAFT = "what is not confirmed changes nothing"

/** What comes back, and what is sent instead. */
export const returnDoors: DoorRow[] = [
  {
    does: "Begin a return",
    routes: ["POST /admin/returns"],
    workflows: ["beginReturnOrderWorkflow"],
    muted: true,
    afterwards: "harmless",
    because: DRAFT,
  },
  {
    does: "Put a return together, or what was received of it",
    routes: [
      "POST /admin/returns/:id/receive",
      "DELETE /admin/returns/:id/receive",
      "/admin/returns/:id/receive-items",
      "/admin/returns/:id/receive-items/:action_id",
      "/admin/returns/:id/dismiss-items",
      "/admin/returns/:id/dismiss-items/:action_id",
      "/admin/returns/:id/request-items",
      "/admin/returns/:id/request-items/:action_id",
      "/admin/returns/:id/shipping-method",
      "/admin/returns/:id/shipping-method/:action_id",
      "DELETE /admin/returns/:id/request",
    ],
    workflows: [
      "beginReceiveReturnWorkflow",
      "cancelReturnReceiveWorkflow",
      "cancelReturnRequestWorkflow",
      "createReturnShippingMethodWorkflow",
      "dismissItemReturnRequestWorkflow",
      "receiveItemReturnRequestWorkflow",
      "removeItemReceiveReturnActionWorkflow",
      "removeItemReturnActionWorkflow",
      "removeReturnShippingMethodWorkflow",
      "requestItemReturnWorkflow",
      "updateReceiveItemReturnRequestWorkflow",
      "updateRequestItemReturnWorkflow",
      "updateReturnShippingMethodWorkflow",
    ],
    afterwards: "harmless",
    because: DRAFT,
  },
  {
    does: "Change a return's location, data or flag",
    routes: ["POST /admin/returns/:id"],
    workflows: ["updateReturnWorkflow"],
    muted: true,
    afterwards: "harmless",
    because: "items and money stay as they are",
  },
  {
    does: "Request or cancel a return",
    routes: ["POST /admin/returns/:id/request", "POST /admin/returns/:id/cancel"],
    workflows: ["confirmReturnRequestWorkflow", "cancelReturnWorkflow"],
    muted: true,
    afterwards: "harmless",
    because: "units count as returned once they are received",
  },
  {
    does: "Receive a return",
    routes: ["POST /admin/returns/:id/receive/confirm"],
    workflows: ["confirmReturnReceiveWorkflow", "receiveAndCompleteReturnOrderWorkflow"],
    muted: true,
    afterwards: "noticed",
    because: "`returned_only_in_medusa` until Walmart shows the refund",
  },
  {
    does: "Request a return from the shop's own pages",
    routes: ["POST /store/returns"],
    workflows: ["createAndCompleteReturnOrderWorkflow"],
    afterwards: "noticed",
    because: "`returned_only_in_medusa` once it is received",
  },
]
