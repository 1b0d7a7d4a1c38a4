import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { LoadingSummary, OrderSummary, UnknownSummary } from "../order/order-summary"
import { useWalmartOrder } from "../order/use-walmart-order"
import { purchaseOrderOf, type NativeOrder } from "../order/native-order"

/** What has to be seen before anyone packs is above the order, also on a phone. It shares the order widget's request. */
const WalmartOrderSummaryWidget = ({ data }: { data: NativeOrder }) => {
  const number = purchaseOrderOf(data)
  const query = useWalmartOrder(number === null ? null : data.id, { isPassive: true })
  if (number === null) return null
  if (query.data) return <OrderSummary order={query.data} />
  if (!query.error) return <LoadingSummary number={number} />
  return <UnknownSummary number={number} error={query.error} retry={() => void query.refetch()} />
}

export const config = defineWidgetConfig({ zone: "order.details.before" })

export default WalmartOrderSummaryWidget
