import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrderDetail } from "../../../types/http"
import { useWords } from "../../hooks/use-words"
import { standingRefusal } from "../../lib/standing-refusal"
import { Section } from "../common/section"
import { CancelDrawer } from "./cancel-drawer"

/** The reason a cancellation needs, chosen before or together with canceling. */
export function CancelSection({ order }: { order: AdminWalmartOrderDetail }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const refusal = standingRefusal(order.cancellation)
  const isOver = order.status === "canceled" || order.status === "shipped"
  if (order.read_only || (isOver && !order.cancellation_reason)) return null
  return (
    <Section title={t("cancel.title")}>
      <Text size="small" className="text-ui-fg-subtle">
        <Reason order={order} />
      </Text>
      {refusal && !isOver && (
        <Text size="small" className="text-ui-fg-subtle">
          {refusal}
        </Text>
      )}
      {!isOver && (
        <Button
          size="small"
          variant="secondary"
          className="self-start"
          onClick={() => setOpen(true)}
        >
          {t("cancel.open")}
        </Button>
      )}
      {isOpen && <CancelDrawer order={order} onClose={() => setOpen(false)} />}
    </Section>
  )
}

/** What is chosen, by whom, or what is used without a choice. */
function Reason({ order }: { order: AdminWalmartOrderDetail }) {
  const { t, reason: wordsOf } = useWords()
  const { reason: code, is_default: isDefault, offered } = order.cancellation
  if (!code) return t("cancel.noReason")
  const reason = wordsOf(code, offered)
  if (isDefault) return t("cancel.defaultReason", { reason })
  return t("cancel.reason", { reason })
}
