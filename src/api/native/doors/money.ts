import type { DoorRow } from "./door-row"
import { NOT_SENT } from "./not-sent"

/** What happens to an order's money in Medusa's books; Walmart charges and pays out automatically. */
export const moneyDoors: DoorRow[] = [
  {
    does: "Refund a payment",
    routes: ["POST /admin/payments/:id/refund"],
    workflows: ["refundPaymentWorkflow", "refundPaymentsWorkflow"],
    refused:
      "when nothing is shipped, more than is left, or it is not clear which lines it is for; while an order edit is open; while a return of the line is to give it back; and where Walmart takes no refunds",
    afterwards: "planned",
    because:
      "Walmart is sent what it does not show as refunded yet; what is not clear needs attention",
  },
  {
    does: "Capture a payment",
    routes: ["POST /admin/payments/:id/capture"],
    workflows: ["capturePaymentWorkflow"],
    afterwards: "harmless",
    because: "an imported order's payment is recorded as captured already",
  },
  {
    does: "Ask for another payment of an order",
    routes: [
      "/admin/payment-collections",
      "/admin/payment-collections/:id",
      "/admin/payment-collections/:id/mark-as-paid",
      "/admin/payment-collections/:id/payment-sessions",
      "/admin/orders/:id/payment-sessions/authorize",
      "/store/payment-collections",
      "/store/payment-collections/:id/payment-sessions",
      "/hooks/payment/:provider",
    ],
    workflows: [
      "createOrderPaymentCollectionWorkflow",
      "createOrUpdateOrderPaymentCollectionWorkflow",
      "deleteOrderPaymentCollections",
      "markPaymentCollectionAsPaid",
      "authorizePaymentSessionForOrderWorkflow",
      "processPaymentWorkflow",
      "createPaymentSessionsWorkflow",
      "deletePaymentSessionsWorkflow",
    ],
    afterwards: "harmless",
    because: "it is written into Medusa's books alone; Walmart bills its buyer by its own order",
  },
  {
    does: "Give credit on an order",
    routes: ["POST /admin/orders/:id/credit-lines"],
    workflows: ["createOrderCreditLinesWorkflow"],
    refused: NOT_SENT,
    afterwards: "harmless",
    because: "it is written into Medusa's books alone; Walmart bills its buyer by its own order",
  },
  {
    does: "Name reasons for refunds and returns",
    routes: [
      "/admin/refund-reasons",
      "/admin/refund-reasons/:id",
      "/admin/return-reasons",
      "/admin/return-reasons/:id",
    ],
    workflows: [
      "createRefundReasonsWorkflow",
      "deleteRefundReasonsWorkflow",
      "updateRefundReasonsWorkflow",
      "return-reason/*",
    ],
    afterwards: "harmless",
    because: "they are the shop's own words; Walmart has its own",
  },
]
