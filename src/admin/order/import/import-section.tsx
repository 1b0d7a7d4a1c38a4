import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrderDetail, AdminWalmartUnimported } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { CancelUnimportedDrawer } from "./cancel-unimported-drawer"
import { ChooseProductDrawer } from "./choose-product-drawer"
import { LeaveOutDrawer } from "./leave-out-drawer"
import { LeftOut } from "./left-out"
import { useAcknowledge, useImportOrder } from "./use-unimported"

interface ImportProps {
  order: AdminWalmartOrderDetail
}

/** What to do about an order that Medusa has no order of; nothing for every other one. */
export function ImportSection({ order }: ImportProps) {
  if (!order.unimported) return null
  return (
    <div className="flex flex-col gap-y-3 border-b px-6 py-4">
      {order.left_out ? (
        <LeftOut id={order.id} leftOut={order.left_out} />
      ) : (
        <ImportButtons order={order} unimported={order.unimported} />
      )}
    </div>
  )
}

type Drawer = "product" | "cancel" | "leave_out" | null

function ImportButtons(props: ImportProps & { unimported: AdminWalmartUnimported }) {
  const { order, unimported } = props
  const { t } = useWords()
  const [drawer, setDrawer] = useState<Drawer>(null)
  const [item] = unimported.unknown_items
  const close = () => setDrawer(null)
  return (
    <>
      {unimported.is_being_canceled && <Text size="small">{t("unimported.isBeingCanceled")}</Text>}
      <div className="flex flex-wrap gap-2">
        {item && !unimported.is_being_canceled && (
          <Button size="small" onClick={() => setDrawer("product")}>
            {t("unimported.choose")}
          </Button>
        )}
        {!unimported.is_being_canceled && <ImportAgain id={order.id} />}
        {unimported.can_acknowledge && <Acknowledge id={order.id} />}
        {unimported.can_cancel && (
          <Button size="small" variant="secondary" onClick={() => setDrawer("cancel")}>
            {t("unimported.cancel")}
          </Button>
        )}
        {unimported.can_leave_out && (
          <Button size="small" variant="secondary" onClick={() => setDrawer("leave_out")}>
            {t("unimported.leaveOut")}
          </Button>
        )}
      </div>
      {drawer === "product" && item && (
        <ChooseProductDrawer order={order} item={item} onClose={close} />
      )}
      {drawer === "cancel" && (
        <CancelUnimportedDrawer order={order} unimported={unimported} onClose={close} />
      )}
      {drawer === "leave_out" && <LeaveOutDrawer order={order} onClose={close} />}
    </>
  )
}

function ImportAgain({ id }: { id: string }) {
  const { t } = useWords()
  const again = useImportOrder(id)
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={again.isPending}
      onClick={() => again.mutate(undefined)}
    >
      {t("actions.importAgain")}
    </Button>
  )
}

function Acknowledge({ id }: { id: string }) {
  const { t } = useWords()
  const acknowledge = useAcknowledge(id)
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={acknowledge.isPending}
      onClick={() => acknowledge.mutate(undefined)}
    >
      {t("unimported.acknowledge")}
    </Button>
  )
}
