import { Button } from "@medusajs/ui"
import type { AdminWalmartOrder } from "../../../types/http"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { useWords } from "../../words/use-words"
import { ShipFields } from "./ship-fields"
import { useShipDrawer } from "./use-ship-drawer"

interface ShipDrawerProps {
  /** Of the Walmart order. */
  id: string
  /** As the list shows it; undefined when it is not on the page. */
  listed: AdminWalmartOrder | undefined
  hasNext: boolean
  /** @param goesOn the next order shall be shipped too */
  onShipped: (id: string, goesOn: boolean) => void
  onClose: () => void
}

/** Ships an order with a number that is scanned or typed; stays there for the next one. */
export function ShipDrawer({ id, listed, hasNext, onShipped, onClose }: ShipDrawerProps) {
  const { t } = useWords()
  const drawer = useShipDrawer(id, onShipped)
  return (
    <FormDrawer
      title={t("ship.title", { number: listed?.purchase_order_id ?? drawer.purchaseOrderId })}
      description={describe(listed)}
      submitLabel={t(hasNext ? "ship.andNext" : "ship.submit")}
      isBusy={drawer.isBusy}
      isDirty={drawer.isDirty}
      canSubmit={drawer.canShip}
      error={drawer.error}
      buttons={
        hasNext && (
          <Button
            type="button"
            size="small"
            variant="secondary"
            disabled={drawer.isBusy || !drawer.canShip}
            onClick={() => drawer.start(false)}
          >
            {t("ship.andClose")}
          </Button>
        )
      }
      onSubmit={() => drawer.start(hasNext)}
      onClose={onClose}
    >
      <ShipFields id={id} drawer={drawer} />
    </FormDrawer>
  )
}

/** Whose order it is, and where it goes. */
function describe(listed: AdminWalmartOrder | undefined): string {
  const address = listed?.order?.shipping_address
  const number = listed?.order ? `#${listed.order.display_id}` : ""
  const name = [address?.first_name, address?.last_name].filter(Boolean).join(" ")
  const place = [address?.city, address?.province].filter(Boolean).join(", ")
  return [number, name, place].filter(Boolean).join(" · ")
}
