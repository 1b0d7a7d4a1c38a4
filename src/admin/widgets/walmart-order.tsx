import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading } from "@medusajs/ui"
import { LoadError } from "../common/load-error"
import { Loading } from "../common/loading"
import { ORDER_CARD_ID } from "../order/order-card-id"
import { OrderHeader } from "../order/order-header"
import { OrderPanel } from "../order/order-panel"
import { StaleNotice } from "../common/stale-notice"
import { useFocusHome } from "../common/drawers/use-focus-home"
import { useWalmartOrder } from "../order/use-walmart-order"
import { useWords } from "../words/use-words"
import { fingerprint, isWalmartOrder, type NativeOrder } from "../order/native-order"

const WalmartOrderWidget = ({ data }: { data: NativeOrder }) => {
  return isWalmartOrder(data) ? <WalmartOrder native={data} /> : null
}

function WalmartOrder({ native }: { native: NativeOrder }) {
  const { t } = useWords()
  const query = useWalmartOrder(native.id, { watched: fingerprint(native) })
  const { data, error, refetch } = query
  return (
    <Container
      id={ORDER_CARD_ID}
      className="scroll-mt-3 divide-y p-0 outline-none"
      {...useFocusHome()}
    >
      {data ? (
        <>
          <div>
            <OrderHeader order={data} />
            <StaleNotice query={query} className="px-6 pb-4" />
          </div>
          <OrderPanel order={data} hidesUrgent />
        </>
      ) : (
        <>
          <Heading level="h2" className="px-6 py-4">
            {t("order.title")}
          </Heading>
          {error ? <LoadError error={error} retry={() => void refetch()} /> : <Loading rows={6} />}
        </>
      )}
    </Container>
  )
}

export const config = defineWidgetConfig({ zone: "order.details.side.before" })

export default WalmartOrderWidget
