import { type QueryKey, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { keys } from "./keys"

/**
 * Has something asked for again when states that a screen renews automatically have changed.
 * @param queryKey beginning of the keys of what follows
 * @param states the states as a text; undefined while they are not known
 * @param subject what they are the states of: another subject's states are no change
 */
export function useFollow(queryKey: QueryKey, states: string | undefined, subject: string): void {
  const client = useQueryClient()
  const last = useRef({ states, subject })
  useEffect(() => {
    if (states === undefined) return
    const { states: before, subject: of } = last.current
    last.current = { states, subject }
    const isChanged = of === subject && before !== undefined && before !== states
    if (isChanged) void client.invalidateQueries({ queryKey })
  }, [client, queryKey, states, subject])
}

/** Has the counts asked for again, as {@link useFollow} does. */
export function useCountsFollow(states: string | undefined, subject: string): void {
  useFollow(keys.counts, states, subject)
}
