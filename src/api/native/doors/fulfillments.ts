import type { DoorRow } from "./door-row"

const SHIP =
  "a number or carrier that Walmart does not take, more units than it has open, parts that are no whole units of a line, a customer who asked to cancel, a fulfillment that is shipped or canceled already; until somebody confirms it, a parcel that an update waiting for a person would hold, and a tracking number that another order has"

/** What happens to parcels, and to the stock that is held for them. */
export const fulfillmentDoors: DoorRow[] = [
  {
    does: "Fulfill items",
    routes: ["POST /admin/orders/:id/fulfillments"],
    workflows: ["createOrderFulfillmentWorkflow"],
    refused:
      "units that Walmart no longer has open, or that other fulfillments hold already; parts of a unit; an item that is named twice",
    muted: true,
    afterwards: "planned",
    because: "its units are recorded as they are now, and Walmart is sent them once it is shipped",
  },
  {
    does: "Ship",
    routes: ["POST /admin/orders/:id/fulfillments/:fulfillment_id/shipments"],
    workflows: ["createOrderShipmentWorkflow"],
    refused: SHIP,
    muted: true,
    afterwards: "planned",
    because: "one shipment update, by the event or else by the sweep",
  },
  {
    does: "Ship beside the order's screens",
    routes: ["POST /admin/fulfillments/:id/shipment"],
    workflows: ["createShipmentWorkflow"],
    refused: SHIP,
    afterwards: "planned",
    because:
      "one shipment update, by an event of the plugin or else by the sweep; Medusa emits none, so no mail follows",
  },
  {
    does: "Make a fulfillment beside the order's screens, maybe born shipped",
    routes: ["POST /admin/fulfillments"],
    workflows: ["createFulfillmentWorkflow"],
    refused:
      '`shipped_at` or `delivered_at`, because no tracking number would be checked; with `shipWhen: "fulfilled"` also labels that Walmart would refuse',
    afterwards: "harmless",
    because:
      'it is linked to no order; one that a program links to a Walmart order is planned for like any other, and with `shipWhen: "fulfilled"` one that has a label is told by the sweep',
  },
  {
    does: "Cancel a fulfillment",
    routes: ["POST /admin/orders/:id/fulfillments/:fulfillment_id/cancel"],
    workflows: ["cancelOrderFulfillmentWorkflow"],
    muted: true,
    inTurn: true,
    afterwards: "planned",
    because:
      "an update that has not been sent is given up; the route reserves its units again also where they were sold beyond stock; Medusa refuses it once it has shipped",
  },
  {
    does: "Cancel a fulfillment beside the order's screens",
    routes: ["POST /admin/fulfillments/:id/cancel"],
    workflows: ["cancelFulfillmentWorkflow"],
    refused: "a fulfillment whose units the order would go on counting as fulfilled",
    afterwards: "planned",
    because:
      "an update that has not been sent is given up; units that the order goes on counting as fulfilled are `fulfillment_missing`; no event carries it, so no mail follows",
  },
  {
    does: "Mark as delivered",
    routes: ["POST /admin/orders/:id/fulfillments/:fulfillment_id/mark-as-delivered"],
    workflows: ["markOrderFulfillmentAsDeliveredWorkflow", "markFulfillmentAsDeliveredWorkflow"],
    refused: "a fulfillment that was never shipped",
    muted: true,
    afterwards: "noticed",
    because: "`delivered_not_shipped` where it never left; Walmart asks the carrier itself",
  },
  {
    does: "Change a fulfillment's dates, labels or data",
    workflows: ["updateFulfillmentWorkflow"],
    afterwards: "planned",
    because:
      "the sweep reads it as it is now; a number that differs from the one that was sent is `tracking_differs`",
  },
  {
    does: "Make the fulfillment of a return",
    workflows: ["createReturnFulfillmentWorkflow"],
    afterwards: "harmless",
    because: "it comes back to the store and ships nothing of the order",
  },
  {
    does: "Change what is reserved",
    routes: ["/admin/reservations", "/admin/reservations/:id"],
    workflows: ["reservation/*"],
    afterwards: "harmless",
    because:
      "it is Medusa's stock alone; Medusa refuses to fulfill what is not reserved and says so",
  },
  {
    does: "Set up where and how the shop ships",
    routes: [
      "/admin/fulfillment-sets/**",
      "/admin/shipping-options/**",
      "/admin/shipping-option-types/**",
      "/admin/shipping-profiles/**",
      "/store/shipping-options/**",
    ],
    workflows: [
      "batchShippingOptionRulesWorkflow",
      "calculateShippingOptionsPricesWorkflow",
      "createServiceZonesWorkflow",
      "createShippingOptionsWorkflow",
      "createShippingProfilesWorkflow",
      "deleteFulfillmentSetsWorkflow",
      "deleteServiceZonesWorkflow",
      "deleteShippingOptionsWorkflow",
      "updateServiceZonesWorkflow",
      "updateShippingOptionsWorkflow",
      "updateShippingProfilesWorkflow",
      "shipping-options/*",
      "shipping-profile/*",
    ],
    afterwards: "harmless",
    because: "it changes no order; a later import says what it lacks",
  },
]
