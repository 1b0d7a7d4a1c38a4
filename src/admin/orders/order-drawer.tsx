import { Button, Drawer } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useWalmartOrder } from "../order/use-walmart-order"
import { useWords } from "../words/use-words"
import { DrawerHead } from "../common/drawers/drawer-head"
import { LoadError } from "../common/load-error"
import { Loading } from "../common/loading"
import { SideDrawer } from "../common/drawers/side-drawer"
import { StaleNotice } from "../common/stale-notice"
import { CaseButton } from "./files/case-button"
import { SaveEvidence } from "./files/save-evidence"
import { OrderHeader } from "../order/order-header"
import { OrderPanel } from "../order/order-panel"

interface OrderDrawerProps {
  id: string
  onClose: () => void
}

/** One order at the side of the list, also one that has no Medusa order. */
export function OrderDrawer({ id, onClose }: OrderDrawerProps) {
  const { t } = useWords()
  const query = useWalmartOrder(id)
  const { data, error, refetch } = query
  return (
    <SideDrawer onClose={onClose}>
      <DrawerHead
        title={data ? t("order.titleOf", { number: data.purchase_order_id }) : t("order.title")}
        description={t("order.drawerDescription")}
      />
      <Drawer.Body className="overflow-y-auto p-0">
        <StaleNotice query={query} className="px-6 pt-4" />
        {data ? (
          <>
            <OrderHeader order={data} />
            <OrderPanel order={data} />
          </>
        ) : error ? (
          <LoadError error={error} retry={() => void refetch()} />
        ) : (
          <Loading rows={8} />
        )}
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button size="small" variant="secondary">
            {t("actions.close")}
          </Button>
        </Drawer.Close>
        {data && <CaseButton order={data} />}
        {data && <SaveEvidence id={data.id} number={data.purchase_order_id} />}
        {data?.order && (
          <Button size="small" asChild>
            <Link to={`/orders/${data.order.id}`}>
              {t("actions.openOrder", { number: data.order.display_id })}
            </Link>
          </Button>
        )}
      </Drawer.Footer>
    </SideDrawer>
  )
}
