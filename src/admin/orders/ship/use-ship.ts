import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { AdminWalmartWantedShipment } from "../../../types/http"
import { keys, NATIVE_ORDERS } from "../../data/keys"
import { useWords } from "../../words/use-words"
import { type Questions, ship } from "./ship"

interface ShipInput {
  wanted: AdminWalmartWantedShipment
  confirmed: Questions | null
}

/** Ships one parcel; what is refused is shown where it was typed. */
export function useShip() {
  const client = useQueryClient()
  const { t } = useWords()
  return useMutation({
    mutationFn: ({ wanted, confirmed }: ShipInput) => ship(wanted, confirmed),
    onSuccess: ({ kind }, { wanted }) => {
      const number = wanted.labels.map(({ tracking_number }) => tracking_number).join(", ")
      if (kind === "shipped") toast.success(t("ship.done", { number }))
      if (kind === "known") toast.info(t("ship.known", { number }))
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.all })
      void client.invalidateQueries({ queryKey: NATIVE_ORDERS })
    },
  })
}
