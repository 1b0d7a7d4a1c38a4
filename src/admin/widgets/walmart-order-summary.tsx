import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderSummary } from "../order/order-summary"
import { useWalmartOrder } from "../order/use-walmart-order"
import { isWalmartOrder, type NativeOrder } from "../order/native-order"

/** What has to be seen before anybody packs stands above the order, also on a phone. It shares the order widget's request. */
const WalmartOrderSummaryWidget = ({ data }: { data: NativeOrder }) => {
  const { data: order } = useWalmartOrder(isWalmartOrder(data) ? data.id : null, {
    isPassive: true,
  })
  return order ? <OrderSummary order={order} /> : null
}

export const config = defineWidgetConfig({ zone: "order.details.before" })

export default WalmartOrderSummaryWidget
