import { cancelingTests } from "./canceling"
import { correctingTests } from "./correcting"
import { atDesk } from "./desk"
import { ordersPageTests } from "./orders-page"
import { refundingTests } from "./refunding"
import { settingsTests } from "./settings"
import { shipFromListTests, shipListTests } from "./ship-from-list"
import { shippingTests } from "./shipping"

atDesk("orders and settings, as staff would", (desk) => {
  shippingTests(desk)
  shipFromListTests(desk)
  shipListTests(desk)
  cancelingTests(desk)
  correctingTests(desk)
  refundingTests(desk)
  ordersPageTests(desk)
  settingsTests(desk)
})
