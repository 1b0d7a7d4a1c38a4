import { useQuery } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import type { AdminWalmartUpdateResponse } from "../../types/http"
import { callApi } from "../data/api"
import { keys } from "../data/keys"

interface UpdateOptions {
  /** Makes the store ask Walmart, so it is loaded only when wanted. */
  preview: boolean
  /** A text that changes when something has happened to the update, as the order that shows it knows. */
  state?: string
}

/** An update with its attempts; loaded again whenever something has happened to it. */
export function useUpdate(id: string, { preview, state = "" }: UpdateOptions) {
  const result = useQuery({
    queryKey: keys.update(id, preview),
    queryFn: () =>
      callApi<AdminWalmartUpdateResponse>(`walmart/updates/${id}`, {
        query: { preview: String(preview) },
      }),
    select: ({ update }) => update,
    staleTime: 0,
  })
  const { refetch } = result
  const seen = useRef(state)
  useEffect(() => {
    if (seen.current === state) return
    seen.current = state
    void refetch()
  }, [state, refetch])
  return result
}
