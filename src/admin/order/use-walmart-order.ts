import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import type { AdminWalmartOrderResponse } from "../../types/http"
import { callApi } from "../data/api"
import { keys } from "../data/keys"
import { pollInterval, SLOW_MS } from "../data/polling"
import { useCountsFollow } from "../data/use-counts-follow"

/** Long enough for an event to become an update, also on a busy store. */
const WATCH_MS = 10_000

interface OrderOptions {
  /** A text that changes when something was saved in Medusa. */
  watched?: string
  /** Another part of the page renews it. */
  isPassive?: boolean
}

/**
 * A Walmart order with everything the screens show, by its own id or that of its Medusa order. It renews itself while the tab is
 * visible: soon while something is on its way, otherwise now and then.
 */
export function useWalmartOrder(id: string | null, options: OrderOptions = {}) {
  const { watched = "", isPassive = false } = options
  const watchUntil = useWatch(id, watched)
  const result = useQuery({
    queryKey: keys.order(id ?? ""),
    enabled: id !== null,
    queryFn: () => callApi<AdminWalmartOrderResponse>(`walmart/orders/${id}`),
    select: ({ order }) => order,
    staleTime: 5_000,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => {
      if (isPassive) return false
      if (state.status === "error") return SLOW_MS
      return pollInterval(state.data?.order, Date.now(), watchUntil.current)
    },
  })
  const { data } = result
  useCountsFollow(isPassive || !data ? undefined : `${data.badge} ${data.status}`, id ?? "")
  return result
}

function useWatch(id: string | null, watched: string) {
  const client = useQueryClient()
  const watchUntil = useRef(0)
  const last = useRef(watched)
  useEffect(() => {
    if (last.current === watched || id === null) return
    last.current = watched
    watchUntil.current = Date.now() + WATCH_MS
    void client.invalidateQueries({ queryKey: keys.order(id) })
  }, [client, id, watched])
  return watchUntil
}
