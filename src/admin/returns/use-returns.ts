import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminWalmartReturn,
  AdminWalmartReturnCountsResponse,
  AdminWalmartReturnListResponse,
  AdminWalmartReturnResponse,
} from "../../types/http"
import { useAction } from "../common/use-action"
import { callApi } from "../data/api"
import { keys } from "../data/keys"
import { SLOW_MS } from "../data/polling"
import type { ListQuery } from "../data/table-state"
import { useFollow } from "../data/use-counts-follow"
import { useWords } from "../words/use-words"

/** A page of returns, renewed while the tab is visible. */
export function useReturns(query: ListQuery) {
  const result = useQuery({
    queryKey: keys.returns(query),
    queryFn: () => callApi<AdminWalmartReturnListResponse>("walmart/returns", { query }),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    refetchOnWindowFocus: true,
    refetchInterval: SLOW_MS,
  })
  const { data, isPlaceholderData } = result
  const states = data?.returns.map(({ id, state }) => `${id} ${state}`)
  // Another page is no change of what there is to do.
  useFollow(
    keys.returnCounts,
    isPlaceholderData ? undefined : states?.join(),
    JSON.stringify(query)
  )
  return result
}

/** Numbers that stand above the rows, which are asked for again whenever a number changes, so that both say the same. */
export function useLiveReturnCounts() {
  const result = useReturnCounts()
  useFollow(keys.returnLists, result.data && JSON.stringify(result.data), "")
  return result
}

/** Numbers for the cards and chips. */
export function useReturnCounts() {
  return useQuery({
    queryKey: keys.returnCounts,
    queryFn: () => callApi<AdminWalmartReturnCountsResponse>("walmart/returns/counts"),
    select: ({ counts }) => counts,
    refetchOnWindowFocus: true,
    refetchInterval: SLOW_MS,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

type Decision = "refund" | "retry" | "dismiss"

/** A button at a return: refund it through Walmart, try again, or dismiss it with a note. */
export function useDecideReturn(one: AdminWalmartReturn, decision: Decision, after?: () => void) {
  const { t } = useWords()
  return useAction(
    (body: { note?: string }) =>
      callApi<AdminWalmartReturnResponse>(`walmart/returns/${one.id}/${decision}`, {
        method: "POST",
        body,
      }),
    {
      done: () => t(`returns.done.${decision}`, { number: one.return_order_id }),
      showsError: decision === "dismiss",
      after,
    }
  )
}
