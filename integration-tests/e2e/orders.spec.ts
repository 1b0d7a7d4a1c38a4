import { cancelingTests } from "./canceling"
import { carrierFieldTests } from "./carrier-field"
import { correctingTests } from "./correcting"
import { atDesk } from "./desk"
import { languageTests } from "./languages"
import { ordersPageTests } from "./orders-page"
import { refundingTests } from "./refunding"
import { settingsTests } from "./settings"
import { shipFromListTests, shipListTests } from "./ship-from-list"
import { shippingTests } from "./shipping"
import { viewTests } from "./views"

atDesk("orders and settings, as staff would", (desk) => {
  shippingTests(desk)
  shipFromListTests(desk)
  shipListTests(desk)
  carrierFieldTests(desk)
  cancelingTests(desk)
  correctingTests(desk)
  refundingTests(desk)
  ordersPageTests(desk)
  viewTests(desk)
  languageTests(desk)
  settingsTests(desk)
})
