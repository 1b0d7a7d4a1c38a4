import { cancelingTests } from "./canceling"
import { correctingTests } from "./correcting"
import { atDesk } from "./desk"
import { ordersPageTests } from "./orders-page"
import { shippingTests } from "./shipping"

atDesk("orders, processed as staff would", (desk) => {
  shippingTests(desk)
  cancelingTests(desk)
  correctingTests(desk)
  ordersPageTests(desk)
})
