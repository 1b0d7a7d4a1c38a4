import type { AdminWalmartOrder } from "../../../types/http"
import { badgeOf } from "../table/badge"

const ASKED = {
  ...{ ship_node_type: "SellerFulfilled", import_status: "imported", status: "open" },
  ...{ badge: "sending", sync_status: "syncing", customer_asked_to_cancel: true, units_to_ship: 1 },
} as AdminWalmartOrder

describe("the badge of an order in the list", () => {
  it("says that the customer asks to cancel while that can still be obeyed", () => {
    expect(badgeOf(ASKED).label).toBe("badge.asked")
  })

  it("says that the order was shipped here once somebody has shipped it anyway", () => {
    expect(badgeOf({ ...ASKED, units_to_ship: 0 }).label).toBe("badge.shippedHere")
  })
})
