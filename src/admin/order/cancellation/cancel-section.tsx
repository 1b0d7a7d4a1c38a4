import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrderDetail } from "../../../types/http"
import { useSaveReason } from "./use-cancellation"
import { useWords } from "../../words/use-words"
import { isPastCanceling, standingRefusal } from "./standing-refusal"
import { Person } from "../../common/person"
import { Section } from "../../common/section"
import { CancelDrawer } from "./cancel-drawer"
import { CancelUnitsDrawer } from "./cancel-units-drawer"

/** The reason a cancellation needs, chosen before or together with canceling; nothing for what has no Medusa order to cancel. */
export function CancelSection({ order }: { order: AdminWalmartOrderDetail }) {
  const { t, said } = useWords()
  const refusal = standingRefusal(order.cancellation)
  const isOver = isPastCanceling(order)
  if (order.read_only || order.import_status !== "imported") return null
  if (isOver && !order.cancellation_reason) return null
  return (
    <Section title={t("cancel.title")}>
      <Text as="div" size="small" className="text-ui-fg-subtle">
        <Reason order={order} />
      </Text>
      {refusal && !isOver && (
        <Text size="small" className="text-ui-fg-subtle">
          {said(refusal.text, refusal.words)}
        </Text>
      )}
      {!isOver && <CancelButtons order={order} />}
    </Section>
  )
}

function CancelButtons({ order }: { order: AdminWalmartOrderDetail }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  const save = useSaveReason(order.id)
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
        {t("cancel.open")}
      </Button>
      {hasParts(order) && (
        <Button size="small" variant="secondary" onClick={() => setChoosing(true)}>
          {t(
            order.status === "partially_shipped" ? "cancelUnits.openRest" : "cancelUnits.openSome"
          )}
        </Button>
      )}
      {order.cancellation_reason && (
        <Button
          size="small"
          variant="transparent"
          isLoading={save.isPending}
          onClick={() => save.mutate({ reason: null })}
        >
          {t("cancel.takeBack")}
        </Button>
      )}
      {isChoosing && <CancelUnitsDrawer order={order} onClose={() => setChoosing(false)} />}
      {isOpen && <CancelDrawer order={order} onClose={() => setOpen(false)} />}
    </div>
  )
}

/** More than one unit is there to choose from, or some have left already. */
function hasParts({ status, lines }: AdminWalmartOrderDetail): boolean {
  const open = lines.reduce(
    (sum, line) => sum + line.created_quantity + line.acknowledged_quantity,
    0
  )
  return status === "partially_shipped" || open > 1
}

/** What is chosen, by whom, or what is used without a choice. */
function Reason({ order }: { order: AdminWalmartOrderDetail }) {
  const { t, reason: wordsOf } = useWords()
  const { reason: code, is_default: isDefault, offered } = order.cancellation
  if (!code) return t("cancel.noReason")
  const reason = wordsOf(code, offered)
  if (isDefault) return t("cancel.defaultReason", { reason })
  return (
    <>
      <div>{t("cancel.reason", { reason })}</div>
      {order.cancellation_reason_by && (
        <div>
          {t("cancel.chosenBy")} <Person id={order.cancellation_reason_by} />
        </div>
      )}
    </>
  )
}
