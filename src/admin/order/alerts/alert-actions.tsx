import type { AdminWalmartOrderDetail } from "../../../types/http"
import { UPDATE_KINDS } from "../../update/kinds/kinds"
import { numbered } from "../../update/numbered"
import { UpdateButtons } from "../../update/update-buttons"
import { useWords } from "../../words/use-words"
import { CUSTOMER_ASKED, type OrderAlert } from "./alerts"
import { RequestButtons } from "./request-buttons"

interface AlertActionsProps {
  alert: OrderAlert
  order: AdminWalmartOrderDetail
}

/** What can be done about a banner, in the banner. */
export function AlertActions({ alert, order }: AlertActionsProps) {
  const update = useAlertUpdate(alert, order)
  if (alert.id === CUSTOMER_ASKED) return <RequestButtons order={order} />
  return update && <UpdateButtons order={order} {...update} isBrief />
}

/** The update a banner is about, with its title; null when it is about none. */
export function useAlertUpdate({ updateId }: OrderAlert, { updates }: AdminWalmartOrderDetail) {
  const { t } = useWords()
  const found = updateId && numbered(updates).find(({ update }) => update.id === updateId)
  if (!found) return null
  const { update, number } = found
  return { update, title: t(UPDATE_KINDS[update.kind].title, { number }) }
}
