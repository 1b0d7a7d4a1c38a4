import { useQuery } from "@tanstack/react-query"
import type { AdminWalmartWantedShipment } from "../../../types/http"
import { useDebounced } from "../../common/search/use-debounced"
import { keys } from "../../data/keys"
import { checkShipments } from "./ship"
import { isShipment } from "./ship-form"

/** A pause that a person makes and a scanner does not. */
const TYPED_MS = 250

/** What of an order can be shipped now. */
export function useShipmentChoices(order: string) {
  const wanted = { order, labels: [] }
  return useQuery({
    queryKey: keys.shipmentCheck(JSON.stringify(wanted)),
    queryFn: () => checkShipments([wanted]),
    gcTime: 0,
    retry: false,
  })
}

/** What would become of a shipment as it stands in the form, asked while somebody types; undefined while that is not known. */
export function useShipmentCheck(wanted: AdminWalmartWantedShipment) {
  const now = JSON.stringify(wanted)
  const asked = useDebounced(now, TYPED_MS)
  const query = useQuery({
    queryKey: keys.shipmentCheck(asked),
    queryFn: () => checkShipments([JSON.parse(asked) as AdminWalmartWantedShipment]),
    enabled: asked === now && isShipment(wanted),
    gcTime: 0,
    retry: false,
  })
  return asked === now ? query.data?.shipments[0] : undefined
}
