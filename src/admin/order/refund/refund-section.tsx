import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrderDetail } from "../../../types/http"
import { Section } from "../../common/section"
import { useWords } from "../../words/use-words"
import { RefundDrawer } from "./refund-drawer"

/** Refunding what is shipped; nothing for an order of which nothing is. */
export function RefundSection({ order }: { order: AdminWalmartOrderDetail }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const isShipped = order.status === "shipped" || order.status === "partially_shipped"
  if (order.read_only || order.import_status !== "imported" || !isShipped) return null
  return (
    <Section title={t("refund.title")}>
      <div>
        <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
          {t("refund.open")}
        </Button>
      </div>
      {isOpen && <RefundDrawer order={order} onClose={() => setOpen(false)} />}
    </Section>
  )
}
