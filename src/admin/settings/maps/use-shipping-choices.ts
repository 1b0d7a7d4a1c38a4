import { useQuery } from "@tanstack/react-query"
import { callApi } from "../../data/api"
import { providerName } from "./provider-name"
import { keys } from "../../data/keys"

/** Something of the store that can be in a map. */
export interface ShippingChoice {
  id: string
  name: string
}

/** What can be mapped to a carrier. */
export interface ShippingChoices {
  options: ShippingChoice[]
  providers: ShippingChoice[]
}

interface OptionsResponse {
  shipping_options: ShippingChoice[]
}

interface ProvidersResponse {
  fulfillment_providers: { id: string }[]
}

const MOST = 500

/** The store's shipping options and fulfillment providers, by their native lists. */
export function useShippingChoices() {
  return useQuery({
    queryKey: keys.shippingChoices,
    queryFn: async (): Promise<ShippingChoices> => {
      const [{ shipping_options: options }, { fulfillment_providers: providers }] =
        await Promise.all([
          callApi<OptionsResponse>("shipping-options", {
            query: { limit: MOST, fields: "id,name" },
          }),
          callApi<ProvidersResponse>("fulfillment-providers", { query: { limit: MOST } }),
        ])
      return { options, providers: providers.map(({ id }) => ({ id, name: providerName(id) })) }
    },
    staleTime: 60_000,
  })
}
