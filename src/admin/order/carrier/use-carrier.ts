import type { AdminWalmartCarrierBody, AdminWalmartCarrierResponse } from "../../../types/http"
import { callApi } from "../../data/api"
import { useAction } from "../../common/use-action"
import { useWords } from "../../words/use-words"

function send(orderId: string, body: AdminWalmartCarrierBody) {
  const path = `walmart/orders/${orderId}/carrier`
  return callApi<AdminWalmartCarrierResponse>(path, { method: "POST", body })
}

/** Says what would be sent for a number, carrier and link as they are typed; keeps nothing. */
export function useCarrierCheck(orderId: string) {
  const check = (body: AdminWalmartCarrierBody) => send(orderId, { ...body, check_only: true })
  return useAction(check, { done: () => null, showsError: true, renews: [] })
}

/** Keeps the carrier for a fulfillment, or takes it back with null. */
export function useCarrierChoice(orderId: string, after: () => void) {
  const { t } = useWords()
  const choose = (body: AdminWalmartCarrierBody) => send(orderId, body)
  return useAction(choose, { done: () => t("carrier.saved"), showsError: true, after })
}

/** Decides to ship although the customer asked Walmart to cancel, or takes that back. */
export function useShipAnyway(orderId: string) {
  const { t } = useWords()
  const decide = (body: AdminWalmartCarrierBody) => send(orderId, body)
  return useAction(decide, {
    done: ({ fulfillment }) =>
      t(fulfillment.ship_anyway ? "carrier.shipsAnyway" : "carrier.waitsForCancel"),
  })
}

/** Confirms what the Ship screen asks about a fulfillment, or takes that back. */
export function useConfirmedConcerns(orderId: string) {
  const { t } = useWords()
  const confirm = (body: AdminWalmartCarrierBody) => send(orderId, body)
  return useAction(confirm, {
    done: ({ fulfillment: { concerns } }) =>
      t(
        concerns.every(({ confirmed_by: by }) => by !== null)
          ? "carrier.shipsAnyway"
          : "carrier.asksFirst"
      ),
  })
}
