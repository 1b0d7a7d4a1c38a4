import { Button, Text, usePrompt } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminWalmartOrderDetail } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { useCancelOrder } from "../cancellation/use-cancellation"
import { obeyedUnits, obeyingBody } from "./customer-request"

/** The two answers to a customer who asked Walmart to cancel. */
export function RequestButtons({ order }: { order: AdminWalmartOrderDetail }) {
  const { t } = useWords()
  const body = obeyingBody(order)
  return (
    <>
      {body ? (
        <ObeyButton order={order} />
      ) : (
        <Text size="small" className="text-ui-fg-subtle">
          {t("request.packed")}
        </Text>
      )}
      {order.units_to_ship > 0 && (
        <Button size="small" variant="secondary" asChild>
          <Link to={`/walmart?ship=${order.id}`}>{t("request.shipped")}</Link>
        </Button>
      )}
    </>
  )
}

function ObeyButton({ order }: { order: AdminWalmartOrderDetail }) {
  const { t, units } = useWords()
  const prompt = usePrompt()
  const cancel = useCancelOrder(order.id, { done: t("cancelUnits.done") })
  const items = units(obeyedUnits(order), order.lines)
  const obey = async () => {
    const isSure = await prompt({
      title: t("request.sureTitle", { items }),
      description: t("request.sure"),
      confirmText: t("request.now"),
      cancelText: t("actions.back"),
    })
    const body = obeyingBody(order)
    if (isSure && body) cancel.mutate(body)
  }
  return (
    <Button
      size="small"
      variant="danger"
      className="max-w-full"
      isLoading={cancel.isPending}
      onClick={() => void obey()}
    >
      <span className="truncate">{t("request.cancel", { items })}</span>
    </Button>
  )
}
