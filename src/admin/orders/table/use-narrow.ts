import { useSyncExternalStore } from "react"

/** What the dashboard's own layout takes for a phone. */
const NARROW = "(max-width: 767px)"

/** Whether the window is that of a phone, also after it was turned. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia(NARROW).matches)
}

function watch(changed: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener("change", changed)
  return () => query.removeEventListener("change", changed)
}
