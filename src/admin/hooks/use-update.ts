import { useQuery } from "@tanstack/react-query"
import type { AdminWalmartUpdateResponse } from "../../types/http"
import { callApi } from "../lib/api"
import { keys } from "../lib/keys"

/** An update with its attempts. The preview makes the store ask Walmart, so it is loaded only when wanted. */
export function useUpdate(id: string, withPreview: boolean) {
  return useQuery({
    queryKey: keys.update(id, withPreview),
    queryFn: () =>
      callApi<AdminWalmartUpdateResponse>(`walmart/updates/${id}`, {
        query: { preview: String(withPreview) },
      }),
    select: ({ update }) => update,
    staleTime: 0,
  })
}
