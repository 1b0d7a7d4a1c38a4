import type { DoorRow } from "./door-row"
import { BEGINS_AT_WALMART, NOT_WALMARTS } from "./not-sent"

const DRAFT = "what is not confirmed changes nothing"

/** What comes back, and what is sent instead. */
export const returnDoors: DoorRow[] = [
  {
    does: "Begin a return",
    routes: ["POST /admin/returns"],
    workflows: ["beginReturnOrderWorkflow"],
    refused: BEGINS_AT_WALMART,
    muted: true,
    afterwards: "harmless",
    because: DRAFT,
  },
  {
    does: "Say what was received of a return, or came back damaged",
    routes: [
      "POST /admin/returns/:id/receive-items",
      "POST /admin/returns/:id/receive-items/:action_id",
      "POST /admin/returns/:id/dismiss-items",
      "POST /admin/returns/:id/dismiss-items/:action_id",
    ],
    workflows: [
      "dismissItemReturnRequestWorkflow",
      "receiveItemReturnRequestWorkflow",
      "updateReceiveItemReturnRequestWorkflow",
    ],
    refused: "parts of a unit, of a return of Walmart's",
    afterwards: "harmless",
    because: DRAFT,
  },
  {
    does: "Put a return together, or take back what was received of it",
    routes: [
      "DELETE /admin/returns/:id/receive",
      "DELETE /admin/returns/:id/receive-items/:action_id",
      "DELETE /admin/returns/:id/dismiss-items/:action_id",
      "/admin/returns/:id/request-items",
      "/admin/returns/:id/request-items/:action_id",
      "/admin/returns/:id/shipping-method",
      "/admin/returns/:id/shipping-method/:action_id",
      "DELETE /admin/returns/:id/request",
    ],
    workflows: [
      "cancelReturnReceiveWorkflow",
      "cancelReturnRequestWorkflow",
      "createReturnShippingMethodWorkflow",
      "removeItemReceiveReturnActionWorkflow",
      "removeItemReturnActionWorkflow",
      "removeReturnShippingMethodWorkflow",
      "requestItemReturnWorkflow",
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
    does: "Request a return",
    routes: ["POST /admin/returns/:id/request"],
    workflows: ["confirmReturnRequestWorkflow"],
    refused: BEGINS_AT_WALMART,
    muted: true,
    afterwards: "harmless",
    because: "units count as returned once they are received",
  },
  {
    does: "Cancel a return",
    routes: ["POST /admin/returns/:id/cancel"],
    workflows: ["cancelReturnWorkflow"],
    refused: "while the return is open at Walmart",
    muted: true,
    afterwards: "harmless",
    because: "units count as returned once they are received",
  },
  {
    does: "Begin to receive a return",
    routes: ["POST /admin/returns/:id/receive"],
    workflows: ["beginReceiveReturnWorkflow"],
    refused: NOT_WALMARTS,
    afterwards: "harmless",
    because: DRAFT,
  },
  {
    does: "Receive a return",
    routes: ["POST /admin/returns/:id/receive/confirm"],
    workflows: ["confirmReturnReceiveWorkflow", "receiveAndCompleteReturnOrderWorkflow"],
    refused: NOT_WALMARTS,
    muted: true,
    afterwards: "planned",
    because:
      "as a refund through Walmart's return, or a decision on the Returns page; any other return is `returned_only_in_medusa`",
  },
  {
    does: "Request a return from the shop's own pages",
    routes: ["POST /store/returns"],
    workflows: ["createAndCompleteReturnOrderWorkflow"],
    refused: BEGINS_AT_WALMART,
    afterwards: "noticed",
    because: "`returned_only_in_medusa` once it is received",
  },
]
