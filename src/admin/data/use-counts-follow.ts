import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { keys } from "./keys"

/**
 * Has the counts asked for again when states that a screen renews by itself have changed.
 * @param states the states as a text; undefined while they are not known
 * @param subject what they are the states of: another subject's states are no change
 */
export function useCountsFollow(states: string | undefined, subject: string): void {
  const client = useQueryClient()
  const last = useRef({ states, subject })
  useEffect(() => {
    if (states === undefined) return
    const { states: before, subject: of } = last.current
    last.current = { states, subject }
    const isChanged = of === subject && before !== undefined && before !== states
    if (isChanged) void client.invalidateQueries({ queryKey: keys.counts })
  }, [client, states, subject])
}
